package org.numascape.app.store;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Works out one thing of many that are asked for, each instead of the one before: what is asked
/// for while something is being worked out waits, whatever waited is forgotten, and a result that
/// something newer was asked after is dropped. Lives on the FX thread.
///
/// Whether the work is done at once or on a virtual thread follows from its size, which the caller
/// tells, never from a clock: the same input always takes the same way.
public final class Lane {

  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private Optional<Job<?>> waiting = Optional.empty();
  private Optional<Job<?>> running = Optional.empty();
  private boolean wanted;

  /// A lane with nothing on it.
  public Lane() {}

  private record Job<T>(Supplier<T> work, Consumer<T> done) {
    void doNow() {
      done.accept(work.get());
    }
  }

  /// Works something out instead of whatever was asked for before, and hands it to `done` on the FX
  /// thread: before this returns where it is small.
  public <T> void ask(boolean large, Supplier<T> work, Consumer<T> done) {
    var job = new Job<>(work, done);
    if (!large) {
      forget();
      job.doNow();
      return;
    }
    if (running.isPresent()) {
      waiting = Optional.of(job);
      wanted = false;
    } else {
      start(job);
    }
    busy.set(true);
  }

  /// What was asked for is wanted no more.
  public void forget() {
    waiting = Optional.empty();
    wanted = false;
    busy.set(false);
  }

  /// Whether something is asked for that is not there yet.
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  private <T> void start(Job<T> job) {
    running = Optional.of(job);
    wanted = true;
    Thread.ofVirtual()
        .name("lane")
        .start(() -> {
          Callable<T> outcome = outcome(job.work());
          Platform.runLater(() -> ended(job, outcome));
        });
  }

  /// The result, or the failure for the FX thread to fail with.
  private static <T> Callable<T> outcome(Supplier<T> work) {
    try {
      T result = work.get();
      return () -> result;
    } catch (RuntimeException failure) {
      return () -> {
        throw failure;
      };
    }
  }

  private <T> void ended(Job<T> job, Callable<T> outcome) {
    boolean current = wanted;
    running = Optional.empty();
    wanted = false;
    var next = waiting;
    waiting = Optional.empty();
    next.ifPresent(this::start);
    try {
      if (current) {
        job.done().accept(outcome.call());
      }
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      // What is done with a result may ask for the next one.
      busy.set(wanted || waiting.isPresent());
    }
  }
}
