package org.numascape.app.widget;

import javafx.css.PseudoClass;
import javafx.scene.control.ProgressBar;

/// A share as a bar, in the colour of what it means.
public final class ShareBar extends ProgressBar {

  /// What the share means.
  public enum Tone {
    /// As it should be.
    GOOD,
    /// Look here.
    WARN,
    /// Wrong.
    BAD
  }

  private final String what;

  /// @param what the share is of, for screen readers
  public ShareBar(String what) {
    super(0);
    this.what = what;
    getStyleClass().add("share-bar");
    setMaxWidth(Double.MAX_VALUE);
  }

  /// Shows a share from 0 to 1.
  public void show(double share, Tone tone) {
    setProgress(Math.clamp(share, 0, 1));
    for (var one : Tone.values()) {
      pseudoClassStateChanged(
          PseudoClass.getPseudoClass(one.name().toLowerCase(java.util.Locale.ROOT)), one == tone);
    }
    setAccessibleText(what + ": " + Math.round(share * 100) + " %");
  }
}
