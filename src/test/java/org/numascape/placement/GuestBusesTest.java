package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.design.Design;
import org.numascape.design.DeviceEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.HostDevice;
import org.numascape.domain.PciSlot;
import org.numascape.domain.Platform;
import org.numascape.topology.Bridge;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

final class GuestBusesTest {

  private static final DomainId DB = new DomainId("db");
  private static final long GIB = 1_048_576;

  /// Two nodes of two CPUs; two devices below one root complex of node 0, one below another, one on
  /// node 1.
  private static HostTopology host() {
    var parts = List.<TopologyObject>of(pu(0), pu(1), pu(2), pu(3));
    var memory = List.<TopologyObject>of(node(0, CpuSet.of(0, 1)), node(1, CpuSet.of(2, 3)));
    var devices =
        List.<TopologyObject>of(
            root(0, pci(0, "0000:3b:00.0", 0), pci(1, "0000:3c:00.0", 0)),
            root(1, pci(2, "0000:5e:00.0", 0)),
            root(2, pci(3, "0000:af:00.0", 1)));
    return new HostTopology(
        new Machine("m", CpuSet.range(0, 3), new Contents(memory, parts, devices)),
        DistanceMatrix.UNKNOWN);
  }

  private static Pu pu(int cpu) {
    return new Pu(cpu, cpu, PuState.ONLINE);
  }

  private static NumaNode node(int node, CpuSet cpus) {
    return new NumaNode(node, node, "", 8 * GIB, java.util.OptionalLong.empty(), List.of(), cpus);
  }

  private static Bridge root(int logical, TopologyObject... devices) {
    return new Bridge(
        logical,
        true,
        "",
        0,
        CpuSet.range(0, 3),
        new Contents(List.of(), List.of(), List.of(devices)));
  }

  private static PciDevice pci(int logical, String address, int node) {
    return new PciDevice(logical, address, 0x0300, "", 0, node, CpuSet.EMPTY, Contents.NONE);
  }

  private static Design design(String machine, String... addresses) {
    var guest =
        Guests.domain("db").vcpus(4).cell("0-1", 2).cell("2-3", 2).memnode(0, "1").memnode(1, "0");
    for (String address : addresses) {
      guest.device(address);
    }
    var domain = guest.build();
    var board =
        new Platform(
            "x86_64",
            machine,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return Design.of(
        "d",
        host(),
        new HostSource.Sample("x"),
        List.of(
            Guest.read(
                domain.withHardware(domain.hardware().withPlatform(board)),
                "",
                DomainState.FILE,
                0)));
  }

  private static Domain after(Design design) {
    return GuestBuses.plan(design, DB)
        .edit()
        .orElseThrow()
        .applyTo(design)
        .guest(DB)
        .orElseThrow()
        .wanted();
  }

  @Test
  void aDeviceAppearsOnTheCellWhoseMemoryIsOnItsNode() {
    var placed = after(design("q35", "0000:3b:00.0", "0000:af:00.0"));

    assertThat(cellOf(placed, "0000:3b:00.0")).hasValue(1);
    assertThat(cellOf(placed, "0000:af:00.0")).hasValue(0);
  }

  @Test
  void eachRootComplexHasAnExpanderAndEachDeviceARootPort() {
    var placed = after(design("pc-q35-9.2", "0000:3b:00.0", "0000:3c:00.0", "0000:5e:00.0"));

    assertThat(placed.hardware().controllers().stream().filter(Controller::expander)).hasSize(2);
    assertThat(placed.hardware().controllers().stream().filter(Controller::rootPort)).hasSize(3);
    assertThat(placed.hardware().controllers())
        .extracting(Controller::index)
        .doesNotHaveDuplicates();
  }

  @Test
  void busNumbersHaveRoomForTheirRootPortsAndDoNotClash() {
    var placed =
        after(design("q35", "0000:3b:00.0", "0000:3c:00.0", "0000:5e:00.0", "0000:af:00.0"));

    var taken = new java.util.TreeSet<Integer>();
    for (var bus : placed.hardware().controllers()) {
      if (bus.expander()) {
        long ports =
            placed.hardware().controllers().stream()
                .filter(Controller::rootPort)
                .filter(port -> port.address().orElseThrow().bus() == bus.index().orElseThrow())
                .count();
        for (int number = 0; number <= ports; number++) {
          assertThat(taken.add(bus.busNr().orElseThrow() + number)).isTrue();
        }
      }
    }
    assertThat(taken.last()).isLessThanOrEqualTo(254);
  }

  @Test
  void whatIsOnItsCellAlreadyStays() {
    var design = design("q35", "0000:3b:00.0");
    var once = GuestBuses.plan(design, DB).edit().orElseThrow().applyTo(design);

    assertThat(GuestBuses.plan(once, DB).edit()).isEmpty();
  }

  @Test
  void aSecondDeviceOfARootComplexJoinsItsExpanderWhichMovesToWhereThereIsRoom() {
    var design = design("q35", "0000:3b:00.0", "0000:af:00.0");
    var once = GuestBuses.plan(design, DB).edit().orElseThrow().applyTo(design);
    var more = new DeviceEdit.AddHostDevice(DB, new HostDevice("0000:3c:00.0")).applyTo(once);

    var placed = after(more);

    assertThat(placed.hardware().controllers().stream().filter(Controller::expander)).hasSize(2);
    assertThat(cellOf(placed, "0000:3c:00.0")).hasValue(1);
    var numbers =
        placed.hardware().controllers().stream()
            .filter(Controller::expander)
            .map(bus -> bus.busNr().orElseThrow())
            .toList();
    assertThat(numbers).containsExactly(248, 251);
    assertThat(slot(placed, "0000:3b:00.0")).isNotEqualTo(slot(placed, "0000:3c:00.0"));
  }

  private static PciSlot slot(Domain domain, String address) {
    return domain.devices().stream()
        .filter(device -> device.address().equals(address))
        .flatMap(device -> device.guest().stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withoutPciExpressThereAreNoRootPorts() {
    var plan = GuestBuses.plan(design("pc-i440fx-9.2", "0000:3b:00.0"), DB);

    assertThat(plan.edit()).isEmpty();
    assertThat(plan.lines().getFirst().text()).contains("q35");
  }

  @Test
  void aDeviceOfUnknownNodeIsTold() {
    var plan = GuestBuses.plan(design("q35", "0000:99:00.0"), DB);

    assertThat(plan.edit()).isEmpty();
    assertThat(plan.lines().getFirst().text()).isEqualTo("0000:99:00.0 is on no cell's node");
  }

  private static OptionalInt cellOf(Domain domain, String address) {
    int port =
        domain.devices().stream()
            .filter(device -> device.address().equals(address))
            .flatMap(device -> device.guest().stream())
            .map(PciSlot::bus)
            .findFirst()
            .orElseThrow();
    int expander = controller(domain, port).address().orElseThrow().bus();
    return controller(domain, expander).node();
  }

  private static Controller controller(Domain domain, int index) {
    return domain.hardware().controllers().stream()
        .filter(bus -> bus.index().equals(OptionalInt.of(index)))
        .findFirst()
        .orElseThrow();
  }
}
