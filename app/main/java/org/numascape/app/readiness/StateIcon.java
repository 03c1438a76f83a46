package org.numascape.app.readiness;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.readiness.StepState;

/// How far something is done, as a glyph; form and colour say the same.
final class StateIcon extends FontIcon {

  StateIcon(StepState state) {
    getStyleClass().add("state-icon");
    show(state);
  }

  /// Shows another state.
  void show(StepState state) {
    setIconCode(glyph(state));
    getStyleClass().removeIf(name -> name.startsWith("state-") && !name.equals("state-icon"));
    getStyleClass().add("state-" + state.key());
    setAccessibleText(state.words());
  }

  private static Ikon glyph(StepState state) {
    return switch (state) {
      case DONE -> Material2AL.CHECK_CIRCLE;
      case PART -> Material2MZ.TIMELAPSE;
      case OPEN -> Material2AL.ERROR_OUTLINE;
      case UNKNOWN -> Material2AL.HELP_OUTLINE;
      case NOT_NEEDED -> Material2MZ.REMOVE_CIRCLE_OUTLINE;
    };
  }
}
