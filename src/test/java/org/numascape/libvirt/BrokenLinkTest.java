package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.Libvirtd;
import org.numascape.hypervisor.DomainEvent;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.TimedOut;
import org.numascape.hypervisor.HypervisorFailure.Unreachable;

/// Links to a real libvirtd that hang or break.
@Tag("libvirtd")
@Timeout(60)
final class BrokenLinkTest {

  private static final Path DAEMON = Path.of("/var/run/libvirt/libvirt-sock");
  private static final TimeLimits SHORT =
      new TimeLimits(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  @TempDir private Path folder;

  private SocketProxy proxy;
  private String uri;

  @BeforeEach
  void standBetween() throws IOException {
    Libvirtd.open().close();
    Path here = folder.resolve("sock");
    proxy = new SocketProxy(DAEMON, here);
    uri = "qemu+unix:///system?socket=" + here;
  }

  @AfterEach
  void stepAside() throws IOException {
    if (proxy != null) {
      proxy.close();
    }
  }

  @Test
  void closingClosesTheSocketEvenAfterDomainsAndEventsWereUsed() throws Exception {
    var host = LibvirtHypervisor.open(uri, false);
    host.listen(event -> {});
    host.domains();
    host.pciDevices();
    host.domain("00000000-0000-4000-8000-000000000000");

    host.close();

    assertThat(proxy.clientLeaves(5)).isTrue();
  }

  @Test
  void aHostThatIsGoneIsToldOnceAndThenUnreachable() throws Exception {
    var events = new LinkedBlockingQueue<DomainEvent>();
    try (var host = LibvirtHypervisor.open(uri, false)) {
      host.listen(events::add);

      proxy.cut();

      assertThat(events.poll(10, TimeUnit.SECONDS)).isInstanceOf(DomainEvent.Disconnected.class);
      assertThatThrownBy(host::domains)
          .isInstanceOfSatisfying(
              HypervisorException.class,
              thrown -> assertThat(thrown.failure()).isInstanceOf(Unreachable.class));
      assertThatThrownBy(host::onlineCpus)
          .isInstanceOfSatisfying(
              HypervisorException.class,
              thrown -> assertThat(thrown.failure()).isInstanceOf(Unreachable.class));
      assertThat(events).isEmpty();
    }
  }

  @Test
  void freeMemoryOfAHostThatIsGoneIsAnErrorNotAnEmptyList() throws Exception {
    try (var host = LibvirtHypervisor.open(uri, true)) {
      proxy.cut();

      assertThatThrownBy(() -> host.free(List.of(0), List.of()))
          .isInstanceOfSatisfying(
              HypervisorException.class,
              thrown -> {
                assertThat(thrown.failure()).isInstanceOf(Unreachable.class);
                assertThat(thrown.getMessage()).doesNotContain("no error");
              });
    }
  }

  @Test
  void aHostThatHangsIsGivenUpAndClosingStaysQuick() throws Exception {
    var host = LibvirtHypervisor.open(uri, false, SHORT);
    proxy.freeze();

    assertThatThrownBy(host::capabilities)
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown ->
                assertThat(thrown.failure()).isEqualTo(new TimedOut("tell its capabilities", 1)));
    long before = System.nanoTime();
    host.close();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    proxy.cut();
  }

  @Test
  void aHostThatNeverAnswersTheDoorIsGivenUp() {
    proxy.freeze();

    assertThatThrownBy(() -> LibvirtHypervisor.open(uri, false, SHORT))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(thrown.failure()).isInstanceOf(TimedOut.class));
  }

  @Test
  void manyConnectionsComeAndGoWhileTheCollectorRuns() throws Exception {
    for (int round = 0; round < 20; round++) {
      try (var host = LibvirtHypervisor.open(uri, false)) {
        host.listen(event -> {});
        System.gc();
        assertThat(host.domains()).isNotNull();
      }
    }
  }
}
