package org.numascape.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numascape.Hosts;
import org.numascape.domain.DomainState;
import org.numascape.domain.GuestCell;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.DomainEvent;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

final class SimulatedHypervisorTest {

  private static final String UUID = "33333333-3333-4333-8333-333333333333";

  private static String xml(String inside) {
    return "<domain type='kvm'><name>vm</name><uuid>"
        + UUID
        + "</uuid><memory>2048</memory><vcpu>4</vcpu>"
        + inside
        + "</domain>";
  }

  private static SimulatedHypervisor host(DomainState state) {
    var record =
        new DomainRecord(
            UUID,
            "vm",
            state,
            xml("<iothreads>1</iothreads>"),
            Optional.empty(),
            true,
            false,
            false);
    return SimulatedHypervisor.of(Hosts.fourNodes(), List.of(record));
  }

  private static void assertRefused(int code, Call call) {
    assertThatThrownBy(call::happen)
        .isInstanceOfSatisfying(
            HypervisorException.class,
            e ->
                assertThat(e.failure())
                    .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.code()).isEqualTo(code)));
  }

  private interface Call {
    void happen() throws Exception;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8 | <cputune><vcpupin vcpu='0' cpuset='3-1'/></cputune>",
        "8 | <cputune><vcpupin vcpu='0' cpuset='16384'/></cputune>",
        "8 | <cputune><emulatorpin cpuset=''/></cputune>",
        "67 | <cputune><vcpupin vcpu='0' cpuset='1,^1'/></cputune>",
        "1 | <cputune><vcpupin vcpu='0' cpuset='1'/><vcpupin vcpu='0' cpuset='2'/></cputune>",
        "1 | <cputune><vcpupin vcpu='0'/></cputune>",
        "27 | <cputune><emulatorpin cpuset='1'/><emulatorpin cpuset='1'/></cputune>",
        "67 | <cputune><iothreadpin iothread='1' cpuset='1'/></cputune>",
        "27 | <iothreads>1</iothreads><cputune><iothreadpin iothread='0' cpuset='1'/></cputune>",
        "27 | <numatune><memnode cellid='0' mode='strict' nodeset='0'/></numatune>",
        "67 | <numatune><memory mode='wild' nodeset='0'/></numatune>",
        "27 | <numatune/><numatune/>",
        "67 | <cpu><topology sockets='1' cores='2' threads='1'/></cpu>",
        "67 | <cpu><numa><cell cpus='0-1' memory='1'/><cell cpus='1-3' memory='1'/></numa></cpu>",
        "1 | <cpu><numa><cell cpus='0-7' memory='1'/></numa></cpu>",
        "27 | <cpu><numa><cell cpus='0-3'/></numa></cpu>",
        "27 | <cpu><numa><cell id='3' cpus='0-3' memory='1'/></numa></cpu>",
        "35 | <memoryBacking><hugepages><page size='2048'/><page size='1048576'/></hugepages></memoryBacking>",
        "35 | <memoryBacking><hugepages><page size='2048' nodeset='4'/></hugepages></memoryBacking>",
        "92 | <quantum/>"
      })
  void whatLibvirtRefusesIsRefusedWithItsNumber(int code, String inside) throws Exception {
    var host = host(DomainState.SHUT_OFF);
    var before = host.domain(UUID);

    assertRefused(code, () -> host.define(xml(inside), true));

    assertThat(host.domain(UUID)).isEqualTo(before);
  }

  @Test
  void restrictiveIsForAllRulesOrForNone() {
    String cells = "<cpu><numa><cell cpus='0-3' memory='1'/></numa></cpu>";
    String mixed =
        "<numatune><memory mode='strict' nodeset='0'/><memnode cellid='0' mode='restrictive' nodeset='0'/></numatune>";

    assertRefused(27, () -> host(DomainState.SHUT_OFF).define(xml(cells + mixed), true));
  }

  @Test
  void oneNameBelongsToOneUuid() {
    var host = host(DomainState.SHUT_OFF);

    assertRefused(9, () -> host.define(xml("").replace("3333", "4444"), true));
    assertRefused(9, () -> host.define(xml("").replace("<name>vm", "<name>other"), true));
  }

  @Test
  void aDefinitionComesBackAsLibvirtWritesIt() throws Exception {
    var host = host(DomainState.SHUT_OFF);
    String sent =
        xml(
            "<!-- gone --><quantum/><cputune><vcpupin vcpu='0' cpuset='1,0,^1,5'/><vcpupin vcpu='9' cpuset='1'/></cputune>"
                + "<cpu><numa><cell id='1' cpus='1' memory='1' unit='MiB'/><cell id='0' cpus='0' memory='3' unit='MiB'/></numa></cpu>"
                + "<metadata><x:a xmlns:x='u' b=\"c&lt;'\"/></metadata>");

    host.define(sent, false);

    String back = host.domain(UUID).orElseThrow().inactiveXml();
    var domain = DomainReader.read("vm", back);
    assertThat(back).doesNotContain("gone").doesNotContain("quantum").doesNotContain("vcpu='9'");
    assertThat(back)
        .contains("<memory unit='KiB'>4096</memory>")
        .contains("cpuset='0,5'")
        .contains("b='c&lt;&apos;'");
    assertThat(domain.cells())
        .containsExactly(
            new GuestCell(0, CpuSet.of(0, 2, 3), 3072), new GuestCell(1, CpuSet.of(1), 1024));
    host.define(back, true);
    assertThat(host.domain(UUID).orElseThrow().inactiveXml()).isEqualTo(back);
  }

  @Test
  void definingLeavesTheRunningProcessAlone() throws Exception {
    var host = host(DomainState.RUNNING);
    var before = host.livePins(UUID);

    host.define(xml("<cputune><vcpupin vcpu='0' cpuset='5'/></cputune>"), true);

    assertThat(host.livePins(UUID)).isEqualTo(before);
    assertThat(host.domain(UUID).orElseThrow().state()).isEqualTo(DomainState.RUNNING);
  }

  @Test
  void aThreadWithoutPinShowsAllOnlineCpus() throws Exception {
    var pins = host(DomainState.RUNNING).livePins(UUID);

    assertThat(pins.vcpus().get(3)).isEqualTo(CpuSet.range(0, 63));
    assertThat(pins.emulator()).isEqualTo(CpuSet.range(0, 63));
    assertThat(pins.ioThreads()).containsOnlyKeys(1);
  }

  @Test
  void livePinsMeetTheCpusThereAre() throws Exception {
    var host = host(DomainState.RUNNING);

    assertRefused(38, () -> host.pinVcpuLive(UUID, 0, CpuSet.of(1, 64)));
    assertRefused(8, () -> host.pinVcpuLive(UUID, 4, CpuSet.of(1)));
    assertRefused(8, () -> host.pinIoThreadLive(UUID, 2, CpuSet.of(1)));
    assertRefused(8, () -> host.pinEmulatorLive(UUID, CpuSet.EMPTY));
    assertRefused(42, () -> host.livePins("44444444-3333-4333-8333-333333333333"));
    assertThat(host.livePins(UUID).vcpus().get(0)).isEqualTo(CpuSet.range(0, 63));
  }

  @Test
  void whatDoesNotRunHasNoLivePins() {
    var host = host(DomainState.SHUT_OFF);

    assertRefused(55, () -> host.livePins(UUID));
    assertRefused(55, () -> host.pinVcpuLive(UUID, 0, CpuSet.of(1)));
  }

  @Test
  void aPinToACpuThatIsNotThereFailsAtStartNotAtDefine() throws Exception {
    var host = host(DomainState.SHUT_OFF);

    host.define(xml("<cputune><vcpupin vcpu='0' cpuset='999'/></cputune>"), true);

    assertRefused(38, () -> host.start(UUID));
  }

  @Test
  void eventsComeOnAnotherThread() throws Exception {
    var host = host(DomainState.RUNNING);
    var heard = new LinkedBlockingQueue<DomainEvent>();
    var threads = new LinkedBlockingQueue<Thread>();
    host.listen(event -> {
      threads.add(Thread.currentThread());
      heard.add(event);
    });

    host.pinEmulatorLive(UUID, CpuSet.of(1));
    host.stop(UUID);

    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new DomainEvent.Retuned(UUID, "vm"));
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new DomainEvent.Changed(UUID, "vm"));
    assertThat(threads).doesNotContain(Thread.currentThread());
  }

  @Test
  void poolsGrowAsFarAsMemoryIsFree() throws Exception {
    var host = host(DomainState.SHUT_OFF);

    long grown = host.allocatePages(3, PageSize.TWO_MIB, Long.MAX_VALUE / 4096);
    long shrunk = host.allocatePages(0, PageSize.ONE_GIB, 0);

    assertThat(grown).isEqualTo(16_384 + 30 * 512);
    assertThat(shrunk).isEqualTo(32);
    assertThat(host.free(List.of(3, 77), List.of(PageSize.TWO_MIB)))
        .singleElement()
        .satisfies(free -> assertThat(free.freeKib()).isZero());
    assertThat(host.capabilities()).contains("size='2048'>31744</pages>");
    assertRefused(9, () -> host.allocatePages(9, PageSize.TWO_MIB, 1));
    assertRefused(84, () -> host.allocatePages(0, PageSize.SMALL, 1));
  }

  @Test
  void aReadOnlyConnectionChangesNothing() {
    var identity = new HostIdentity("simulated:///x", "x", "Simulated", 11_003_000, true);
    var host = new SimulatedHypervisor(identity, Hosts.fourNodes(), List.of(), FaultPlan.NONE);

    assertThatThrownBy(() -> host.define(xml(""), true))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            e -> assertThat(e.failure()).isInstanceOf(HypervisorFailure.Denied.class));
  }

  @Test
  void aLostAnswerHasTakenEffect() throws Exception {
    var host = SimulatedHypervisor.of(Hosts.fourNodes(), List.of(), FaultPlan.losingTheAnswerOf(1));

    assertThatThrownBy(() -> host.define(xml(""), true)).isInstanceOf(HypervisorException.class);

    assertThat(host.domain(UUID)).isPresent();
  }

  @Test
  void pciDevicesAreDescribedWithTheirNode() throws Exception {
    var devices = host(DomainState.SHUT_OFF).pciDevices();

    assertThat(devices).isNotEmpty().allMatch(xml -> xml.contains("<capability type='pci'>"));
  }
}
