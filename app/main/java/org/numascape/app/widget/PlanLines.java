package org.numascape.app.widget;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.placement.PillLine;
import org.numascape.placement.Tone;

/// What comes of something that is planned, a line each with a sign for how good it is.
public final class PlanLines extends VBox {

  /// Room for `lines` at any time.
  public PlanLines(String id, int lines) {
    super(2);
    setId(id);
    getStyleClass().add("plan-lines");
    setMinHeight(lines * 20.0);
  }

  /// Shows these, instead of what was shown.
  public void show(List<PillLine> lines) {
    getChildren().setAll(lines.stream().map(PlanLines::line).toList());
  }

  private static Label line(PillLine line) {
    var label = new Label(line.text(), new FontIcon(sign(line.tone())));
    label.setWrapText(true);
    label
        .getStyleClass()
        .addAll("plan-line", line.tone().name().toLowerCase(java.util.Locale.ROOT));
    return label;
  }

  private static Ikon sign(Tone tone) {
    return switch (tone) {
      case GOOD -> Material2AL.CHECK;
      case PLAIN -> Material2AL.ARROW_RIGHT;
      case CAUTION -> Material2MZ.WARNING;
      case BAD -> Material2AL.BLOCK;
    };
  }
}
