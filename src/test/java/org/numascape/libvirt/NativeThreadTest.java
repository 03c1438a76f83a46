package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.numascape.hypervisor.HypervisorFailure.TimedOut;

@Timeout(30)
final class NativeThreadTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final NativeThread thread = new NativeThread("under test");

  @Test
  void callsRunOnOneDaemonThread() throws HypervisorException {
    var first = thread.call("look", LONG, Thread::currentThread);
    var second = thread.call("look", LONG, Thread::currentThread);

    assertThat(first).isSameAs(second).isNotSameAs(Thread.currentThread());
    assertThat(first.isDaemon()).isTrue();
  }

  @Test
  void aFailureArrivesAsTheSameDataWithBothStacks() {
    var failure = new Refused("x", 1, "no");

    assertThatThrownBy(() ->
            thread.call(
                "x",
                LONG,
                () -> {
                  throw new HypervisorException(failure);
                }))
        .isInstanceOfSatisfying(
            HypervisorException.class, thrown -> assertThat(thrown.failure()).isSameAs(failure))
        .hasCauseInstanceOf(HypervisorException.class);
  }

  @Test
  void aCallThatHangsIsGivenUpAndTheWaitingOnesNeverBegin() throws Exception {
    var gate = new CountDownLatch(1);
    var began = new AtomicBoolean();

    assertThatThrownBy(() -> thread.call("hang", SHORT, () -> gate.await(20, TimeUnit.SECONDS)))
        .isInstanceOfSatisfying(
            HypervisorException.class,
            thrown -> assertThat(thrown.failure()).isInstanceOf(TimedOut.class));
    assertThatThrownBy(() -> thread.call("wait", SHORT, () -> began.getAndSet(true)))
        .isInstanceOf(HypervisorException.class);
    gate.countDown();

    assertThat(thread.call("look", LONG, began::get)).isFalse();
  }

  @Test
  void endingDoesNotWaitForAHangingCall() throws Exception {
    var gate = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    assertThatThrownBy(() -> thread.call("hang", SHORT, () -> gate.await(20, TimeUnit.SECONDS)))
        .isInstanceOf(HypervisorException.class);

    thread.end(ended::countDown, SHORT);

    assertThat(ended.getCount()).isEqualTo(1);
    gate.countDown();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoWaitsBehindAHangingCallIsToldOfTheEndAtOnce() throws Exception {
    var gate = new CountDownLatch(1);
    assertThatThrownBy(() -> thread.call("hang", SHORT, () -> gate.await(20, TimeUnit.SECONDS)))
        .isInstanceOf(HypervisorException.class);
    var waiting = new FutureTask<>(() -> thread.call("wait", LONG, () -> 1));
    var caller = Thread.ofVirtual().start(waiting);
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    thread.end(() -> {}, SHORT);

    assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RejectedExecutionException.class);
    gate.countDown();
  }

  @Test
  void afterTheEndNothingIsTaken() {
    thread.end(() -> {}, LONG);
    thread.end(() -> {}, LONG);

    assertThatThrownBy(() -> thread.call("x", LONG, () -> 1))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void anInterruptedCallerStopsWaitingAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> thread.call("wait", LONG, () -> 1))
        .isInstanceOf(HypervisorException.class);

    assertThat(Thread.interrupted()).isTrue();
  }
}
