package org.numascape.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// Runs slow work on virtual threads and hands results back on the FX thread.
///
/// Work that takes longer than 300 ms shows in [#busy()], with a way to give up waiting.
public final class Background {

  private static final Duration PATIENCE = Duration.millis(300);

  private final ReadOnlyObjectWrapper<Optional<Running>> busy =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final List<Running> slow = new ArrayList<>();
  private final AtomicInteger count = new AtomicInteger();

  /// Work under way: what it is in words, and how to give it up.
  public record Running(String what, Runnable cancel) {}

  /// Starts work; exactly one of `done` and `failed` is called later on the FX thread, unless it is
  /// cancelled.
  public <T> Running start(
      String what, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    return start(what, work, done, failed, late -> {});
  }

  /// The same for work whose result must be let go of, such as a connection: what comes after it
  /// was cancelled goes to `late`, on the thread of the work.
  public <T> Running start(
      String what,
      Callable<T> work,
      Consumer<T> done,
      Consumer<Exception> failed,
      Consumer<T> late) {
    var job = new Job<>(work, done, failed, late);
    var running = new Running(what, job.cancel);
    job.announceAs(running);
    Thread.ofVirtual().name("work-" + count.incrementAndGet()).start(job);
    return running;
  }

  /// What is taking long, for the status bar: the latest of several.
  public ReadOnlyObjectProperty<Optional<Running>> busy() {
    return busy.getReadOnlyProperty();
  }

  private void show() {
    busy.set(slow.isEmpty() ? Optional.empty() : Optional.of(slow.getLast()));
  }

  private final class Job<T> implements Runnable {
    private final Callable<T> work;
    private final Consumer<T> done;
    private final Consumer<Exception> failed;
    private final Consumer<T> late;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Runnable cancel = this::finish;
    private volatile boolean over;

    Job(Callable<T> work, Consumer<T> done, Consumer<Exception> failed, Consumer<T> late) {
      this.work = work;
      this.done = done;
      this.failed = failed;
      this.late = late;
    }

    void announceAs(Running running) {
      patience.setOnFinished(event -> {
        if (!over) {
          slow.add(running);
          show();
        }
      });
      patience.play();
    }

    @Override
    public void run() {
      try {
        T result = work.call();
        if (over) {
          late.accept(result);
        } else {
          Platform.runLater(() -> deliver(() -> done.accept(result), () -> letGo(result)));
        }
      } catch (Exception failure) {
        Platform.runLater(() -> deliver(() -> failed.accept(failure), () -> {}));
      } catch (LinkageError broken) {
        // A native library that is there but does not fit is news for the person, not a crash.
        var failure = new IllegalStateException(broken.toString(), broken);
        Platform.runLater(() -> deliver(() -> failed.accept(failure), () -> {}));
      }
    }

    private void letGo(T result) {
      Thread.ofVirtual().start(() -> late.accept(result));
    }

    private void deliver(Runnable hand, Runnable otherwise) {
      if (over) {
        otherwise.run();
      } else {
        finish();
        hand.run();
      }
    }

    private void finish() {
      over = true;
      patience.stop();
      slow.removeIf(running -> running.cancel().equals(cancel));
      show();
    }
  }
}
