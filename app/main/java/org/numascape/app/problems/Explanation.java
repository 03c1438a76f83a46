package org.numascape.app.problems;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.numascape.app.widget.Bubble;
import org.numascape.check.Fix;
import org.numascape.check.Problem;

/// Says why a problem is one, and offers every way out.
final class Explanation extends VBox {

  private static final double WIDTH = 380;

  private Consumer<Fix> chosen = way -> {};

  private Explanation(Problem problem) {
    super(10);
    setId("explanation");
    getStyleClass().add("explanation");
    setPrefWidth(WIDTH);
    var title = new Label(problem.title());
    title.getStyleClass().add("explanation-title");
    var code = new Label(problem.code());
    code.getStyleClass().addAll("mono", "muted");
    var head = new HBox(8, SeverityIcon.of(problem.severity()), title, code);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            head, Bubble.words(problem.message() + ".", WIDTH), Bubble.words(problem.why(), WIDTH));
    var fixes = new FlowPane(8, 8);
    for (var way : problem.fixes()) {
      var button = new Button(way.label());
      button.setMaxWidth(WIDTH);
      button.setOnAction(event -> chosen.accept(way));
      fixes.getChildren().add(button);
    }
    if (!problem.fixes().isEmpty()) {
      fixes.getChildren().getFirst().getStyleClass().add("accent");
      getChildren().add(fixes);
    }
  }

  /// Shows it above a node; choosing a fix closes it.
  ///
  /// @param within whose fonts it has
  static void open(Node within, Node beside, Problem problem, Consumer<Fix> fix) {
    var explanation = new Explanation(problem);
    var bubble = Bubble.above(within, beside, explanation);
    explanation.chosen =
        way -> {
          bubble.hide();
          fix.accept(way);
        };
  }
}
