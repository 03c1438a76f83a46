package org.numascape.app.canvas;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Moves the camera smoothly from where it is to where it shall be; at once for people whose
/// desktop asks for little motion.
final class Flight extends AnimationTimer {

  private static final double NANOS = 300e6;

  private final Camera from;
  private final Camera to;
  private final Consumer<Camera> look;
  private final long begun = System.nanoTime();

  Flight(Camera from, Camera to, Consumer<Camera> look) {
    this.from = from;
    this.to = to;
    this.look = look;
  }

  /// Sets off.
  void begin() {
    if (Platform.getPreferences().isReducedMotion()) {
      look.accept(to);
    } else {
      start();
    }
  }

  @Override
  public void handle(long now) {
    double part = Math.clamp((now - begun) / NANOS, 0, 1);
    look.accept(part >= 1 ? to : from.towards(to, 1 - Math.pow(1 - part, 3)));
    if (part >= 1) {
      stop();
    }
  }
}
