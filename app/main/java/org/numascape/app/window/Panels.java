package org.numascape.app.window;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// Shows and hides the panels around the picture; their sizes come back with them.
final class Panels {

  /// What is below the picture begins with so many pixels where its share is less: some problems
  /// are seen at once in a small window too.
  private static final double ROOM_BELOW = 245;

  private final SplitPane all;
  private final SplitPane centre;
  private final Node left;
  private final Node right;
  private final Node bottom;
  private double[] columns = {0.19, 0.80};
  private double[] rows = {0.75};

  Panels(SplitPane all, SplitPane centre, Node left, Node right, Node bottom) {
    this.all = all;
    this.centre = centre;
    this.left = left;
    this.right = right;
    this.bottom = bottom;
    keepShares(all, all.widthProperty());
    keepShares(centre, centre.heightProperty());
    centre
        .heightProperty()
        .addListener((property, before, now) -> {
          if (before.doubleValue() == 0) {
            centre.setDividerPositions(Math.min(rows[0], 1 - ROOM_BELOW / now.doubleValue()));
          }
        });
  }

  /// Lets every part keep its share of a window that changes its size; JavaFX alone would take from
  /// all alike.
  private static void keepShares(SplitPane pane, ReadOnlyDoubleProperty size) {
    var underWay = new AtomicBoolean();
    size.addListener((property, before, now) -> {
      if (before.doubleValue() > 0 && underWay.compareAndSet(false, true)) {
        double[] kept = pane.getDividerPositions();
        Platform.runLater(() -> {
          pane.setDividerPositions(kept);
          underWay.set(false);
        });
      }
    });
  }

  /// Shows all panels, or none.
  void show(boolean shown) {
    if (shown == all.getItems().contains(left)) {
      return;
    }
    if (shown) {
      all.getItems().setAll(left, centre, right);
      centre.getItems().add(bottom);
      all.setDividerPositions(columns);
      centre.setDividerPositions(rows);
    } else {
      columns = all.getDividerPositions();
      rows = centre.getDividerPositions();
      all.getItems().setAll(centre);
      centre.getItems().remove(bottom);
    }
  }
}
