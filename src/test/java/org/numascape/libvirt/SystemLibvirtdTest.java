package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.numascape.Libvirtd.rows;
import static org.numascape.Libvirtd.virsh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.Libvirtd;
import org.numascape.domain.CellFault;
import org.numascape.domain.DomainState;
import org.numascape.hypervisor.DomainEvent;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Blocked;
import org.numascape.hypervisor.HypervisorFailure.Denied;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// Against a real libvirtd on this machine, with a guest that QEMU emulates; what virsh says is the
/// truth.
@Tag("libvirtd")
@Timeout(300)
final class SystemLibvirtdTest {

  private final String uuid = UUID.randomUUID().toString();
  private final String name = "numascape-test-" + uuid.substring(0, 8);

  private Optional<LibvirtHypervisor> opened = Optional.empty();

  @TempDir Path folder;

  @BeforeEach
  void open() {
    opened = Optional.of(Libvirtd.open());
  }

  @AfterEach
  void cleanUp() throws Exception {
    if (opened.isPresent()) {
      Libvirtd.remove(uuid);
      host().close();
    }
  }

  @Test
  void aDefinitionIsWrittenAndReadBackAsVirshShowsIt() throws Exception {
    host().define(guest("<cputune><vcpupin vcpu='1' cpuset='0'/></cputune>"), true);

    var read = host().domain(uuid).orElseThrow();
    assertThat(read.inactiveXml().strip())
        .isEqualTo(virsh("dumpxml", uuid, "--inactive", "--security-info"));
    assertThat(read.inactiveXml()).contains("<vcpupin vcpu='1' cpuset='0'/>");
    assertThat(read.state()).isEqualTo(DomainState.SHUT_OFF);
    assertThat(read.liveXml()).isEmpty();
    assertThat(host().domains()).contains(read);
  }

  @Test
  void passwordsSurviveARedefinition() throws Exception {
    String secret =
        "<devices><graphics type='vnc' port='-1' autoport='yes' passwd='hidden42'/></devices>";
    host().define(guest(secret), true);

    host().define(host().domain(uuid).orElseThrow().inactiveXml(), true);

    assertThat(virsh("dumpxml", uuid, "--security-info")).contains("passwd='hidden42'");
  }

  @Test
  void threadsOfARunningGuestMoveAndItsDefinitionStays() throws Exception {
    host().define(guest("<iothreads>2</iothreads>"), true);
    String before = virsh("dumpxml", uuid, "--inactive");
    virsh("start", uuid);
    int cpu = host().onlineCpus().last();

    host().pinVcpuLive(uuid, 1, CpuSet.of(cpu));
    host().pinEmulatorLive(uuid, CpuSet.of(0));
    host().pinIoThreadLive(uuid, 2, CpuSet.of(cpu));

    var pins = host().livePins(uuid);
    assertThat(pins.vcpus())
        .containsEntry(0, host().onlineCpus())
        .containsEntry(1, CpuSet.of(cpu))
        .hasSize(2);
    assertThat(pins.emulator()).isEqualTo(CpuSet.of(0));
    assertThat(pins.ioThreads())
        .containsEntry(1, host().onlineCpus())
        .containsEntry(2, CpuSet.of(cpu))
        .hasSize(2);
    assertThat(rows(virsh("vcpupin", uuid, "--live"))).contains("1 " + cpu);
    assertThat(rows(virsh("emulatorpin", uuid, "--live"))).contains("0");
    assertThat(rows(virsh("iothreadinfo", uuid, "--live"))).contains("2 " + cpu);
    assertThat(virsh("dumpxml", uuid, "--inactive")).isEqualTo(before);
    var read = host().domain(uuid).orElseThrow();
    assertThat(read.state()).isEqualTo(DomainState.RUNNING);
    assertThat(read.liveXml())
        .hasValueSatisfying(
            xml -> assertThat(xml).contains("<vcpupin vcpu='1' cpuset='" + cpu + "'/>"));
    assertThat(read.inactiveXml()).doesNotContain("<vcpupin");
    assertThat(host().domains()).contains(read);
  }

  @Test
  void aCpuTheHostDoesNotHaveIsRefusedInTheHostsWords() throws Exception {
    host().define(guest(""), true);
    virsh("start", uuid);

    assertThatThrownBy(() -> host().pinVcpuLive(uuid, 0, CpuSet.of(4_000)))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(thrown.failure()).isInstanceOf(Refused.class))
        .hasMessageContaining("pin vCPU 0");
  }

  @Test
  void whatVirshDoesIsTold() throws Exception {
    var events = new LinkedBlockingQueue<DomainEvent>();
    host()
        .listen(event -> {
          if (event.toString().contains(uuid)) {
            events.add(event);
          }
        });

    host().define(guest(""), true);
    assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo(new DomainEvent.Changed(uuid, name));
    virsh("start", uuid);
    assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo(new DomainEvent.Changed(uuid, name));
    events.clear();
    virsh("vcpupin", uuid, "0", "0", "--live");
    assertThat(untilRetuned(events)).isEqualTo(new DomainEvent.Retuned(uuid, name));
  }

  @Test
  void aPausedGuestAndATransientOneAreToldAsSuch() throws Exception {
    Path xml = Files.writeString(folder.resolve("guest.xml"), guest(""));
    virsh("create", xml.toString(), "--paused");

    var read = host().domain(uuid).orElseThrow();

    assertThat(read.state()).isEqualTo(DomainState.PAUSED);
    assertThat(read.persistent()).isFalse();
    assertThat(read.liveXml()).contains(read.inactiveXml());
    assertThat(host().domains()).contains(read);
  }

  @Test
  void autostartIsTold() throws Exception {
    host().define(guest(""), true);
    virsh("autostart", uuid);

    var read = host().domain(uuid).orElseThrow();

    assertThat(read.autostart()).isTrue();
    assertThat(host().domains()).contains(read);
  }

  @Test
  void whatWouldKillTheDaemonIsNotSent() throws HypervisorException {
    assumeTrue(
        host().identity().libvirtVersion() < CellFault.FIXED_IN,
        "this libvirt survives such designs");
    String emptyFirst =
        "<cpu><numa><cell id='0' memory='32768'/><cell id='1' cpus='0-1' memory='32768'/></numa></cpu>";

    assertThatThrownBy(() -> host().define(guest(emptyFirst), true))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(thrown.failure()).isInstanceOf(Blocked.class));
    assertThat(host().domain(uuid)).isEmpty();
  }

  @Test
  void aReaderSeesEverythingButChangesNothing() throws Exception {
    host().define(guest(""), true);

    try (var reader = LibvirtHypervisor.open(Libvirtd.URI, true)) {
      assertThat(reader.domain(uuid)).isPresent();
      assertThat(reader.capabilities()).contains("<topology>");
      assertThatThrownBy(() -> reader.define(guest(""), true))
          .isInstanceOfSatisfying(
              HypervisorException.class,
              thrown -> assertThat(thrown.failure()).isInstanceOf(Denied.class));
    }
  }

  @Test
  void theHostIsToldAsVirshTellsIt() throws Exception {
    var identity = host().identity();

    assertThat(identity.driver()).isEqualTo("QEMU");
    assertThat(identity.uri()).isEqualTo(Libvirtd.URI);
    assertThat(identity.hostName()).isEqualTo(virsh("hostname"));
    assertThat(virsh("version", "--daemon"))
        .contains("Running against daemon: " + identity.versionText());
    assertThat(host().capabilities().strip()).isEqualTo(virsh("capabilities"));
    assertThat(host().onlineCpus().size()).isEqualTo(onlineCpusOfVirsh());
  }

  @Test
  void freeMemoryIsInKibWhatVirshSays() throws Exception {
    var free = host().free(List.of(0, 77), List.of(PageSize.SMALL, PageSize.TWO_MIB)).getFirst();

    assertThat(host().free(List.of(77), List.of(PageSize.SMALL))).isEmpty();
    long kibOfVirsh = Long.parseLong(virsh("freecell", "0").replaceAll(".*: (\\d+) KiB.*", "$1"));
    assertThat(free.freeKib()).isCloseTo(kibOfVirsh, withinPercentage(20));
    assertThat(free.freePages().getOrDefault(PageSize.SMALL, 0L) * 4)
        .isCloseTo(free.freeKib(), withinPercentage(20));
  }

  @Test
  void aPageSizeTheHostLacksIsLeftOutAndTheOthersAreTold() throws Exception {
    var odd = new PageSize(32);

    var free = host().free(List.of(0), List.of(PageSize.SMALL, odd)).getFirst();

    assertThat(free.freePages()).containsOnlyKeys(PageSize.SMALL);
  }

  @Test
  void settingAPoolToWhatItHoldsChangesNothing() throws Exception {
    long pool = HostMemory.pool(host().capabilities(), 0, PageSize.TWO_MIB).orElse(-1L);
    assumeTrue(pool >= 0, "this host has no pool of 2 MiB pages");

    try {
      assertThat(host().allocatePages(0, PageSize.TWO_MIB, pool)).isEqualTo(pool);
    } catch (HypervisorException refused) {
      assumeTrue(false, "this host lets nobody change its pools: " + refused.getMessage());
    }
  }

  @Test
  void pciDevicesAreTheOnesVirshLists() throws Exception {
    var xml = host().pciDevices();

    assertThat(xml).hasSize((int) virsh("nodedev-list", "--cap", "pci").lines().count());
    assertThat(xml).allSatisfy(device -> assertThat(device).contains("<capability type='pci'>"));
  }

  private LibvirtHypervisor host() {
    return opened.orElseThrow();
  }

  private String guest(String more) {
    return """
    <domain type='qemu'><name>%s</name><uuid>%s</uuid><memory unit='MiB'>64</memory><vcpu>2</vcpu>
    <os><type>hvm</type></os>%s</domain>\
    """
        .formatted(name, uuid, more);
  }

  private static DomainEvent untilRetuned(LinkedBlockingQueue<DomainEvent> events)
      throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      var event = events.poll(10, TimeUnit.SECONDS);
      if (event instanceof DomainEvent.Retuned) {
        return event;
      }
    }
    throw new AssertionError("nobody told of the pin");
  }

  private static int onlineCpusOfVirsh() throws Exception {
    return virsh("nodecpumap")
        .lines()
        .filter(line -> line.startsWith("CPUs online:"))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
