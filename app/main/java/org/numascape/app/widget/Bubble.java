package org.numascape.app.widget;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import javafx.scene.text.Text;

/// A bubble of words that points at something and goes away with the next click beside it.
public final class Bubble {

  private Bubble() {}

  /// Shows it above a node.
  ///
  /// @param within whose fonts and colours it has; holds `beside`
  public static Popover above(Node within, Node beside, Node content) {
    return open(within, beside, content, Popover.ArrowLocation.BOTTOM_LEFT);
  }

  /// Shows it below a node.
  ///
  /// @param within whose fonts and colours it has; holds `beside`
  public static Popover below(Node within, Node beside, Node content) {
    return open(within, beside, content, Popover.ArrowLocation.TOP_CENTER);
  }

  private static Popover open(Node within, Node beside, Node content, Popover.ArrowLocation arrow) {
    content.getStyleClass().add("bubble");
    var popover = new Popover(content);
    popover.setArrowLocation(arrow);
    popover.setHeaderAlwaysVisible(false);
    popover.setDetachable(false);
    popover.setAnimated(false);
    var at = beside.localToScreen(beside.getBoundsInLocal());
    boolean above = arrow == Popover.ArrowLocation.BOTTOM_LEFT;
    popover.show(within, at.getCenterX(), above ? at.getMinY() : at.getMaxY());
    return popover;
  }

  /// Words that are broken into lines of that width, in pixels.
  public static Text words(String text, double width) {
    var words = new Text(text);
    words.setWrappingWidth(width);
    words.getStyleClass().add("bubble-words");
    return words;
  }
}
