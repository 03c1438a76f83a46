package org.numascape.app.connect;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.numascape.app.store.Background;

/// Reads what somebody is typing, a moment after they pause; only the latest answer counts.
///
/// @param <T> what comes of reading it
final class Trial<T> {

  private static final Duration PAUSE = Duration.millis(180);

  private final Background background;
  private final String what;
  private final Consumer<T> done;
  private final Consumer<Exception> failed;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private Optional<Background.Running> running = Optional.empty();

  /// `what` names the work to the person.
  Trial(Background background, String what, Consumer<T> done, Consumer<Exception> failed) {
    this.background = background;
    this.what = what;
    this.done = done;
    this.failed = failed;
  }

  /// Reads this next; what is being read is given up.
  void read(Callable<T> reading) {
    stop();
    pause.setOnFinished(
        event -> running = Optional.of(background.start(what, reading, done, failed)));
    pause.playFromStart();
  }

  /// Gives up whatever is being read.
  void stop() {
    pause.stop();
    running.ifPresent(work -> work.cancel().run());
    running = Optional.empty();
  }
}
