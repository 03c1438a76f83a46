package org.numascape.app.store;

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
  private final AtomicInteger count = new AtomicInteger();

  /// Work under way: what it is in words, and how to give it up.
  public record Running(String what, Runnable cancel) {}

  /// Starts work; exactly one of `done` and `failed` is called later on the FX thread, unless it is
  /// cancelled.
  public <T> Running start(
      String what, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    var job = new Job<>(work, done, failed);
    var running = new Running(what, job::cancel);
    job.announceIn(running);
    Thread.ofVirtual().name("work-" + count.incrementAndGet()).start(job);
    return running;
  }

  /// What is taking long, for the status bar.
  public ReadOnlyObjectProperty<Optional<Running>> busy() {
    return busy.getReadOnlyProperty();
  }

  private final class Job<T> implements Runnable {
    private final Callable<T> work;
    private final Consumer<T> done;
    private final Consumer<Exception> failed;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private volatile boolean over;

    Job(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
      this.work = work;
      this.done = done;
      this.failed = failed;
    }

    void announceIn(Running running) {
      patience.setOnFinished(event -> {
        if (!over) {
          busy.set(Optional.of(running));
        }
      });
      patience.play();
    }

    void cancel() {
      finish();
    }

    @Override
    public void run() {
      try {
        T result = work.call();
        Platform.runLater(() -> deliver(() -> done.accept(result)));
      } catch (Exception failure) {
        Platform.runLater(() -> deliver(() -> failed.accept(failure)));
      }
    }

    private void deliver(Runnable hand) {
      if (!over) {
        finish();
        hand.run();
      }
    }

    private void finish() {
      over = true;
      patience.stop();
      busy.set(Optional.empty());
    }
  }
}
