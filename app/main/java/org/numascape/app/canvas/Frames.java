package org.numascape.app.canvas;

import javafx.animation.AnimationTimer;

/// Paints at most once a frame, and only when asked: a window at rest costs nothing.
final class Frames extends AnimationTimer {

  private final Runnable paint;
  private boolean asked;

  Frames(Runnable paint) {
    this.paint = paint;
  }

  /// Paint with the next frame.
  void ask() {
    if (!asked) {
      asked = true;
      start();
    }
  }

  @Override
  public void handle(long now) {
    stop();
    asked = false;
    paint.run();
  }
}
