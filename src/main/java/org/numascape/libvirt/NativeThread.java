package org.numascape.libvirt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.TimedOut;

/// One daemon thread on which all calls of a connection run, one after the other. Callers wait, but
/// not for ever: a native call cannot be stopped, so a caller gives up on it instead.
final class NativeThread {

  private final ThreadPoolExecutor worker;

  NativeThread(String name) {
    worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(name).factory());
  }

  /// Runs `call` and waits for its result. A call that waits behind others and has not begun when
  /// the time is up is dropped; one that has begun goes on unseen.
  ///
  /// @throws HypervisorException what the call throws, or [TimedOut], also when the caller is
  ///   interrupted
  /// @throws RejectedExecutionException when [#end] comes first
  <T> T call(String what, Duration limit, Callable<T> call) throws HypervisorException {
    var task = new FutureTask<>(call);
    worker.execute(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (CancellationException dropped) {
      throw new RejectedExecutionException(dropped);
    } catch (TimeoutException late) {
      task.cancel(false);
      throw new HypervisorException(new TimedOut(what, limit.toSeconds()));
    } catch (InterruptedException stopped) {
      task.cancel(false);
      Thread.currentThread().interrupt();
      throw new HypervisorException(new TimedOut(what, limit.toSeconds()));
    } catch (ExecutionException thrown) {
      throw unwrapped(thrown);
    }
  }

  /// Runs `last` after whatever still waits was dropped, waits at most `limit` for it, and takes
  /// nothing more.
  void end(Runnable last, Duration limit) {
    var done = new CountDownLatch(1);
    dropWaiting();
    try {
      worker.execute(() -> {
        try {
          last.run();
        } finally {
          done.countDown();
        }
      });
      worker.shutdown();
      var _ = done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException endedBefore) {
      // Somebody else ends it.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void dropWaiting() {
    var waiting = new ArrayList<Runnable>();
    worker.getQueue().drainTo(waiting);
    for (Runnable each : waiting) {
      if (each instanceof FutureTask<?> task) {
        task.cancel(false);
      }
    }
  }

  private static HypervisorException unwrapped(ExecutionException thrown) {
    return switch (thrown.getCause()) {
      case HypervisorException expected -> {
        var here = new HypervisorException(expected.failure());
        here.initCause(expected);
        yield here;
      }
      case null, default -> throw new IllegalStateException(thrown);
    };
  }
}
