package org.numascape.app.problems;

import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.numascape.app.store.DesignStore;

/// How much of the whole host's memory access is local, as a bar and in words.
final class LocalityBar extends HBox {

  private static final double GOOD = 0.8;
  private static final double POOR = 0.5;

  /// Below this width in pixels the bar's own words have to tell what it is.
  private static final double ROOM_FOR_NAME = 760;

  private final ProgressBar bar = new ProgressBar(0);
  private final Label words = new Label();

  LocalityBar(DesignStore store) {
    super(14);
    setId("locality");
    getStyleClass().add("locality");
    setAlignment(Pos.CENTER_LEFT);
    var name = new Label("Locality of the whole host");
    name.getStyleClass().add("muted");
    name.setMinWidth(USE_PREF_SIZE);
    name.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_NAME));
    name.managedProperty().bind(name.visibleProperty());
    words.setId("locality-words");
    words.getStyleClass().add("locality-words");
    bar.setMaxWidth(260);
    bar.setPrefWidth(260);
    bar.setMinWidth(60);
    getChildren().addAll(name, bar, words);
    store.shown().subscribe(facts -> show(facts.locality()));
  }

  /// Puts something at the end of the line, which gives way first where there is little room.
  void addLast(Node node) {
    var gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    words.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(gap, node);
  }

  private void show(OptionalDouble locality) {
    bar.getStyleClass().removeAll("locality-good", "locality-fair", "locality-poor");
    bar.setDisable(locality.isEmpty());
    bar.setProgress(locality.orElse(0));
    if (locality.isEmpty()) {
      words.setText("open: no guest is pinned and bound");
      return;
    }
    double share = locality.getAsDouble();
    bar.getStyleClass()
        .add(share >= GOOD ? "locality-good" : share >= POOR ? "locality-fair" : "locality-poor");
    words.setText(percent(share) + " % of vCPU↔memory pairs local");
    bar.setAccessibleText(words.getText());
  }

  /// 100 and 0 only where it is all or nothing.
  private static long percent(double share) {
    long rounded = Math.round(share * 100);
    if (rounded == 100 && share < 1 - 1e-9) {
      return 99;
    }
    return rounded == 0 && share > 1e-9 ? 1 : rounded;
  }
}
