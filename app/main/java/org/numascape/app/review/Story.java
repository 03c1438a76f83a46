package org.numascape.app.review;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What will happen, as numbered steps; or why nothing can.
final class Story extends VBox {

  Story() {
    super(5);
    setId("story");
    getStyleClass().add("story");
    setMinHeight(USE_PREF_SIZE);
  }

  /// Tells it for a review.
  void show(Review review) {
    switch (review.readiness()) {
      case Readiness.Not(var title, var words) -> tell(title, List.of(), words);
      case Readiness.Ready _ ->
          tell("What will happen", review.plan().story(), "Nothing is ticked on the left.");
    }
  }

  private void tell(String title, List<String> steps, String otherwise) {
    var head = new Label(title);
    head.getStyleClass().add("card-title");
    getChildren().setAll(head);
    for (int number = 1; number <= steps.size(); number++) {
      var count = new Label(Integer.toString(number));
      count.getStyleClass().add("story-number");
      var words = new Label(steps.get(number - 1));
      words.setWrapText(true);
      var row = new HBox(12, count, words);
      row.setAlignment(Pos.BASELINE_LEFT);
      getChildren().add(row);
    }
    if (steps.isEmpty()) {
      var words = new Label(otherwise);
      words.setWrapText(true);
      words.setMinHeight(USE_PREF_SIZE);
      getChildren().add(words);
    }
  }
}
