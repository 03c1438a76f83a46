package org.numascape.app.review;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar at the bottom of a page: what is beside the point on the left, the decision on the
/// right.
final class Foot extends HBox {

  Foot(List<? extends Node> left, List<? extends Node> right) {
    super(12);
    getStyleClass().add("review-foot");
    setAlignment(Pos.CENTER_LEFT);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(left);
    getChildren().add(gap);
    getChildren().addAll(right);
  }
}
