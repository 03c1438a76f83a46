package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.numascape.domain.DomainState;
import org.numascape.hypervisor.DomainEvent;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Blocked;
import org.numascape.hypervisor.HypervisorFailure.Denied;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.numascape.hypervisor.HypervisorFailure.Unreachable;
import org.numascape.hypervisor.HypervisorFailure.Unsupported;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// Against libvirt's test driver, which runs in this process: 2 nodes of 8 CPUs, one running domain
/// called test.
@Timeout(60)
final class TestDriverTest {

  private static final String RUNNING = "6695eb01-f6a4-8304-79aa-97f2502e193f";

  private LibvirtHypervisor host;

  @BeforeEach
  void open() throws HypervisorException {
    assumeTrue(
        LibvirtLibrary.version().isPresent(),
        "libvirt is not installed, so its test driver cannot be tried");
    host = LibvirtHypervisor.open("test:///default", false);
  }

  @AfterEach
  void close() {
    if (host != null) {
      host.close();
    }
  }

  @Test
  void theIdentityNamesTheDriverAndItsVersion() {
    var identity = host.identity();

    assertThat(identity.uri()).isEqualTo("test:///default");
    assertThat(identity.driver()).isEqualTo("TEST");
    assertThat(identity.versionText()).isEqualTo(LibvirtLibrary.version().orElseThrow());
    assertThat(identity.readOnly()).isFalse();
    assertThat(identity.hostName()).isNotBlank();
  }

  @Test
  void capabilitiesAreTheXmlOfTheHost() throws HypervisorException {
    var capabilities = host.capabilities();

    assertThat(capabilities).startsWith("<capabilities>").contains("<cells num='2'>");
  }

  @Test
  void theRunningDomainComesWithBothXmls() throws HypervisorException {
    var domains = host.domains();

    var running =
        domains.stream().filter(domain -> domain.uuid().equals(RUNNING)).findFirst().orElseThrow();
    assertThat(running.name()).isEqualTo("test");
    assertThat(running.state()).isEqualTo(DomainState.RUNNING);
    assertThat(running.persistent()).isTrue();
    assertThat(running.autostart()).isFalse();
    assertThat(running.managedSave()).isFalse();
    assertThat(running.liveXml())
        .hasValueSatisfying(xml -> assertThat(xml).startsWith("<domain type='test' id="));
    assertThat(running.inactiveXml()).startsWith("<domain type='test'>").contains(RUNNING);
  }

  @Test
  void oneDomainReadByUuidEqualsTheSameInTheList() throws HypervisorException {
    var all = host.domains();

    for (DomainRecord domain : all) {
      assertThat(host.domain(domain.uuid())).contains(domain);
    }
    assertThat(all).isNotEmpty();
  }

  @Test
  void anUnknownUuidIsAbsentNotAnError() throws HypervisorException {
    assertThat(host.domain("00000000-0000-4000-8000-000000000000")).isEmpty();
  }

  @Test
  void whatIsDefinedIsReadBackWithNamesOutsideAscii() throws HypervisorException {
    String uuid = "11111111-0000-4000-8000-000000000001";

    host.define(
        domain(
            "größe-東京", uuid, "<vcpu>4</vcpu><cputune><vcpupin vcpu='2' cpuset='5-7'/></cputune>"),
        true);

    var read = host.domain(uuid).orElseThrow();
    assertThat(read.name()).isEqualTo("größe-東京");
    assertThat(read.state()).isEqualTo(DomainState.SHUT_OFF);
    assertThat(read.liveXml()).isEmpty();
    assertThat(read.persistent()).isTrue();
    assertThat(read.inactiveXml()).contains("<vcpupin vcpu='2' cpuset='5-7'/>");
  }

  @Test
  void anInvalidDefinitionIsRefusedInTheHostsWords() {
    String nameless = "<domain type='test'><memory>1024</memory><os><type>hvm</type></os></domain>";

    assertThatThrownBy(() -> host.define(nameless, true))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> {
              assertThat(thrown.failure()).isInstanceOf(Refused.class);
              assertThat(thrown).hasMessageContaining("name");
            });
  }

  @Test
  void brokenXmlIsNotSent() {
    assertThatThrownBy(() -> host.define("<domain><name>half", false))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(((Refused) thrown.failure()).code()).isEqualTo(27));
  }

  @Test
  void aDesignThatKillsLibvirtIsNotSent() throws HypervisorException {
    String uuid = "11111111-0000-4000-8000-000000000002";
    String invalid =
        "<vcpu>2</vcpu><cpu><numa>"
            + "<cell id='0' cpus='0' memory='512'><distances><sibling id='1' value='10'/></distances></cell>"
            + "<cell id='1' cpus='1' memory='512'/></numa></cpu>";

    assertThatThrownBy(() -> host.define(domain("killer", uuid, invalid), true))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(thrown.failure()).isInstanceOf(Blocked.class));
    assertThat(host.domain(uuid)).isEmpty();
  }

  @Test
  void threadsOfARunningDomainMoveAndItsDefinitionStays() throws HypervisorException {
    var before = host.domain(RUNNING).orElseThrow().inactiveXml();

    host.pinVcpuLive(RUNNING, 1, CpuSet.of(0, 2));
    host.pinEmulatorLive(RUNNING, CpuSet.of(1));

    var pins = host.livePins(RUNNING);
    assertThat(pins.vcpus()).containsKey(0).containsEntry(1, CpuSet.of(0, 2));
    assertThat(pins.emulator()).isEqualTo(CpuSet.of(1));
    assertThat(pins.ioThreads()).isEmpty();
    assertThat(host.domain(RUNNING).orElseThrow().inactiveXml()).isEqualTo(before);
  }

  @Test
  void aThreadNeedsACpu() {
    assertThatThrownBy(() -> host.pinEmulatorLive(RUNNING, CpuSet.EMPTY))
        .isInstanceOf(HypervisorException.class)
        .hasMessageContaining("pin the emulator")
        .hasMessageContaining("at least one CPU");
  }

  @Test
  void aDomainThatDoesNotRunHasNoThreadsToMove() throws HypervisorException {
    String uuid = "11111111-0000-4000-8000-000000000003";
    host.define(domain("asleep", uuid, "<vcpu>1</vcpu>"), true);

    assertThatThrownBy(() -> host.pinEmulatorLive(uuid, CpuSet.of(0)))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(((Refused) thrown.failure()).code()).isEqualTo(55));
  }

  @Test
  void freeMemoryIsToldPerNodeAndPageSize() throws HypervisorException {
    var free = host.free(List.of(0, 1), List.of(PageSize.SMALL, PageSize.TWO_MIB));

    assertThat(free).extracting(node -> node.node()).containsExactly(0, 1);
    assertThat(free)
        .allSatisfy(node ->
            assertThat(node.freePages()).containsOnlyKeys(PageSize.SMALL, PageSize.TWO_MIB));
    assertThat(free.getFirst().freeKib()).isBetween(1L, 4L << 20);
  }

  @Test
  void aNodeTheHostDoesNotHaveIsLeftOut() throws HypervisorException {
    var free = host.free(List.of(1, 7), List.of(PageSize.SMALL));

    assertThat(free).extracting(node -> node.node()).containsExactly(1);
  }

  @Test
  void onlineCpusAreTold() throws HypervisorException {
    assertThat(host.onlineCpus().isEmpty()).isFalse();
  }

  @Test
  void whatTheDriverCannotDoIsUnsupported() {
    assertThatThrownBy(() -> host.allocatePages(0, PageSize.TWO_MIB, 1))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(thrown.failure()).isInstanceOf(Unsupported.class));
  }

  @Test
  void aReadOnlyConnectionIsDeniedChanges() throws HypervisorException {
    try (var reader = LibvirtHypervisor.open("test:///default", true)) {
      assertThat(reader.identity().readOnly()).isTrue();
      assertThat(reader.domains()).isNotEmpty();
      assertThatThrownBy(
              () -> reader.define(domain("no", "11111111-0000-4000-8000-000000000004", ""), true))
          .isInstanceOfSatisfying(
              HypervisorException.class,
              thrown -> assertThat(thrown.failure()).isInstanceOf(Denied.class));
    }
  }

  @Test
  void definitionsOfOthersAreTold() throws Exception {
    var events = new LinkedBlockingQueue<DomainEvent>();
    String uuid = "11111111-0000-4000-8000-000000000005";
    host.listen(events::add);

    try (var other = LibvirtHypervisor.open("test:///default", false)) {
      other.define(domain("seen", uuid, ""), true);
    }

    assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo(new DomainEvent.Changed(uuid, "seen"));
  }

  @Test
  void afterClosingNoEventIsToldAndCallsSayWhy() throws Exception {
    var events = new LinkedBlockingQueue<DomainEvent>();
    host.listen(events::add);

    host.close();
    host.close();

    try (var other = LibvirtHypervisor.open("test:///default", false)) {
      other.define(domain("unseen", "11111111-0000-4000-8000-000000000006", ""), true);
    }
    assertThat(events.poll(200, TimeUnit.MILLISECONDS)).isNull();
    assertThatThrownBy(host::domains)
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown ->
                assertThat(thrown.failure())
                    .isEqualTo(new Unreachable("test:///default", "the connection is closed")));
  }

  @Test
  void addressesThatLeadNowhereAreUnreachable() {
    for (String uri :
        List.of(
            "qemu+unix:///system?socket=/no/such/socket",
            "nosuch:///x",
            "??",
            "qemu+carrier://pigeon/system")) {
      assertThatThrownBy(() -> LibvirtHypervisor.open(uri, true))
          .as(uri)
          .isInstanceOfSatisfying(
              HypervisorException.class,
              thrown -> assertThat(thrown.failure()).isInstanceOf(Unreachable.class));
    }
  }

  @Test
  void manyThreadsShareAConnection() throws Exception {
    var wrong = new LinkedBlockingQueue<Throwable>();
    var start = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      var cpus = CpuSet.of(i);
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  start.await();
                  for (int round = 0; round < 100; round++) {
                    host.pinVcpuLive(RUNNING, 0, cpus);
                    assertThat(host.livePins(RUNNING).vcpus().getOrDefault(0, CpuSet.EMPTY).size())
                        .isEqualTo(1);
                    assertThat(host.domain(RUNNING)).isPresent();
                    assertThat(host.domains()).isNotEmpty();
                    assertThat(host.free(List.of(0), List.of(PageSize.SMALL))).hasSize(1);
                    assertThatThrownBy(() -> host.pinVcpuLive(RUNNING, 99, cpus))
                        .hasMessageContaining("vCPU 99");
                  }
                } catch (Throwable thrown) {
                  wrong.add(thrown);
                }
              }));
    }

    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(wrong).isEmpty();
  }

  private static String domain(String name, String uuid, String more) {
    return "<domain type='test'><name>%s</name><uuid>%s</uuid><memory unit='KiB'>1024</memory><os><type>hvm</type></os>%s</domain>"
        .formatted(name, uuid, more);
  }
}
