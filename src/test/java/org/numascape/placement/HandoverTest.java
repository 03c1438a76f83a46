package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.HostDevice;
import org.numascape.domain.Platform;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

final class HandoverTest {

  private static final DomainId DB = new DomainId("db");

  /// A GPU with its sound function on node 1, a network card on node 0, a bridge in the group of
  /// the GPU.
  private static HostTopology host() {
    var pus = List.<TopologyObject>of(new Pu(0, 0, PuState.ONLINE), new Pu(1, 1, PuState.ONLINE));
    var nodes = List.<TopologyObject>of(node(0), node(1));
    var devices =
        List.<TopologyObject>of(
            pci(0, "0000:af:00.0", 0x0300, 1),
            pci(1, "0000:af:00.1", 0x0403, 1),
            pci(2, "0000:3b:00.0", 0x0200, 0),
            pci(3, "0000:ae:00.0", 0x0604, 1));
    return new HostTopology(
        new Machine("m", CpuSet.range(0, 1), new Contents(nodes, pus, devices)),
        DistanceMatrix.UNKNOWN,
        HostFacts.NONE.withIommuGroups(
            Map.of("0000:af:00.0", 7, "0000:af:00.1", 7, "0000:ae:00.0", 7)));
  }

  private static NumaNode node(int node) {
    return new NumaNode(
        node, node, "", 8_388_608, java.util.OptionalLong.empty(), List.of(), CpuSet.of(node));
  }

  private static PciDevice pci(int logical, String address, int classId, int node) {
    return new PciDevice(logical, address, classId, "", 0, node, CpuSet.EMPTY, Contents.NONE);
  }

  private static Design design() {
    var domain =
        Guests.domain("db")
            .vcpus(2)
            .cell("0", 2)
            .cell("1", 2)
            .memnode(0, "0")
            .memnode(1, "1")
            .build();
    return Design.of("d", host(), new HostSource.Sample("x"), List.of(guest(domain)));
  }

  private static Guest guest(Domain domain) {
    var board =
        new Platform(
            "x86_64",
            "q35",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return Guest.read(
        domain.withHardware(domain.hardware().withPlatform(board)), "", DomainState.FILE, 0);
  }

  @Test
  void aDeviceComesWithItsGroupAndTheStepsThatTellItsCellAreSaid() {
    var plan = Handover.plan(design(), DB, "0000:af:00.0");

    assertThat(plan.lines())
        .extracting(PillLine::text)
        .containsExactly(
            "0000:af:00.0 is on host node 1",
            "IOMMU group 7 goes as a whole: also 0000:af:00.1",
            "cell 1 has its memory on node 1",
            "new pcie-expander-bus 1 from bus number 252 is reported on cell 1",
            "pcie-root-port 2 on it holds 0000:af:00.0",
            "pcie-root-port 3 on it holds 0000:af:00.1");
    var after = plan.edit().orElseThrow().applyTo(design()).guest(DB).orElseThrow().wanted();
    assertThat(after.devices())
        .extracting(HostDevice::address)
        .containsExactly("0000:af:00.0", "0000:af:00.1");
    assertThat(after.hardware().controllers().getFirst().node()).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void aDeviceThatAnotherGuestHasIsHandedOverWithAWarning() {
    var once = Handover.plan(design(), DB, "0000:3b:00.0").edit().orElseThrow().applyTo(design());
    var other = guest(Guests.domain("web").vcpus(1).build());
    var two = once.withGuests(List.of(once.guests().getFirst(), other));

    var plan = Handover.plan(two, other.id(), "0000:3b:00.0");

    assertThat(plan.edit()).isPresent();
    assertThat(plan.lines())
        .contains(new PillLine(Tone.BAD, "db has it too: only one of them can run"));
    assertThat(Handover.plan(two, DB, "0000:3b:00.0").edit()).isEmpty();
  }

  @Test
  void bridgesAreNotOffered() {
    assertThat(Handover.offers(design()))
        .extracting(Handover.Offer::address)
        .containsExactly("0000:3b:00.0", "0000:af:00.0", "0000:af:00.1");
    assertThat(Handover.offers(design()).get(1).mates()).containsExactly("0000:af:00.1");
  }

  @Test
  void aDeviceGoesWithItsRootPortAndTheLastOneWithItsExpander() {
    var design = design();
    var both = Handover.plan(design, DB, "0000:af:00.0").edit().orElseThrow().applyTo(design);

    var one = Handover.back(both, DB, "0000:af:00.1").orElseThrow().applyTo(both);
    var none = Handover.back(one, DB, "0000:af:00.0").orElseThrow().applyTo(one);

    assertThat(one.guests().getFirst().wanted().hardware().controllers())
        .extracting(Controller::model)
        .containsExactly("pcie-expander-bus", "pcie-root-port");
    assertThat(none.guests().getFirst().wanted()).isEqualTo(design.guests().getFirst().wanted());
    assertThat(Handover.back(none, DB, "0000:af:00.0")).isEmpty();
  }

  @Test
  void aGuestWithoutCellsHasNothingToBeTold() {
    var small = guest(Guests.domain("web").vcpus(1).build());
    var design = Design.of("d", host(), new HostSource.Sample("x"), List.of(small));

    var plan = Handover.plan(design, small.id(), "0000:3b:00.0");

    var after = plan.edit().orElseThrow().applyTo(design).guests().getFirst().wanted();
    assertThat(after.hardware().controllers()).isEmpty();
    assertThat(after.devices()).containsExactly(new HostDevice("0000:3b:00.0"));
  }
}
