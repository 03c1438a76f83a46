package org.numascape.app.widget;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.check.Severity;

/// How bad a problem is, as a shape; colour only repeats it.
public interface SeverityIcon {

  /// A circle with a cross, a triangle, a circle with an i.
  static Node of(Severity severity) {
    var icon = new FontIcon(shape(severity));
    icon.getStyleClass().addAll("severity", "severity-" + word(severity));
    return icon;
  }

  /// `error`, `warning`, `advice`
  static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "advice";
    };
  }

  /// The shape alone.
  static Ikon shape(Severity severity) {
    return switch (severity) {
      case ERROR -> Material2AL.ERROR;
      case WARNING -> Material2MZ.WARNING;
      case INFO -> Material2AL.INFO;
    };
  }
}
