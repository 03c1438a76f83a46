package org.numascape.app.review;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// The title of the review, how much it is about, and how fresh the facts are.
final class ReviewHead extends VBox {

  private final Label summary = new Label();
  private final HBox stale = new HBox(12);

  ReviewHead(Review review, Runnable readAgain) {
    super(4);
    getStyleClass().add("review-head");
    var title = new Label("Review and apply to " + host(review));
    title.getStyleClass().add("review-title");
    title.setId("review-title");
    summary.getStyleClass().add("muted");
    summary.setId("review-summary");
    var warning =
        new Label(
            "Somebody changed what you are about to change. Read the host again to see both.",
            new FontIcon(Material2MZ.WARNING));
    warning.getStyleClass().add("card-warning");
    warning.setWrapText(true);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var again = new Button("Read again");
    again.setId("read-again");
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(event -> readAgain.run());
    stale.getChildren().addAll(warning, gap, again);
    stale.setAlignment(Pos.CENTER_LEFT);
    stale.setVisible(!review.changed().isEmpty());
    stale.setManaged(stale.isVisible());
    getChildren().addAll(title, summary, stale);
  }

  private static String host(Review review) {
    String name = review.design().host().machine().name();
    return name.isBlank() ? review.design().source().label() : name;
  }

  /// Counts anew.
  void show(Review review, Instant now) {
    int machines = review.plan().domains().size();
    String who = machines + (machines == 1 ? " virtual machine" : " virtual machines");
    summary.setText(who + " · " + changes(review.changes()) + " · " + freshness(review, now));
  }

  private static String freshness(Review review, Instant now) {
    String age = Age.words(java.time.Duration.between(review.readAt(), now));
    return switch (review.readiness()) {
      case Readiness.Ready _ ->
          "read from the host "
              + age
              + " ago, "
              + (review.changed().isEmpty() ? "unchanged since" : "changed since");
      case Readiness.Not(var title, var _) ->
          title.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + title.substring(1);
    };
  }

  /// `7 changes`
  static String changes(long count) {
    return count + (count == 1 ? " change" : " changes");
  }
}
