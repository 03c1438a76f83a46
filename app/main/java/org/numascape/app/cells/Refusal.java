package org.numascape.app.cells;

import java.util.Locale;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// Says why something was not done, beside where it was asked for; takes no room else.
final class Refusal extends Label {

  Refusal(String id) {
    setId(id);
    getStyleClass().addAll("notice", "cells-refusal");
    setGraphic(new FontIcon(Material2AL.BLOCK));
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    clear();
  }

  /// Says it, in one sentence.
  void say(String words) {
    boolean name = words.startsWith("vCPU") || words.startsWith("libvirt");
    String first = words.substring(0, 1);
    setText((name ? first : first.toUpperCase(Locale.ROOT)) + words.substring(1) + ".");
    setVisible(true);
    setManaged(true);
  }

  /// Nothing is refused any more.
  void clear() {
    setText("");
    setVisible(false);
    setManaged(false);
  }

  /// Makes an attempt; what it refuses is said.
  void attempt(Runnable change) {
    try {
      clear();
      change.run();
    } catch (IllegalArgumentException refused) {
      say(String.valueOf(refused.getMessage()));
    }
  }
}
