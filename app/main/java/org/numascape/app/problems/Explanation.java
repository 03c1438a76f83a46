package org.numascape.app.problems;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.numascape.check.Fix;
import org.numascape.check.Problem;

/// Says why a problem is one, and offers every way out.
final class Explanation extends VBox {

  private static final double WIDTH = 380;

  private Explanation(Problem problem, Consumer<Fix> fix) {
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
    getChildren().addAll(head, text(problem.message() + "."), text(problem.why()));
    var fixes = new FlowPane(8, 8);
    for (var way : problem.fixes()) {
      var button = new Button(way.label());
      button.setMaxWidth(WIDTH);
      button.setOnAction(event -> fix.accept(way));
      fixes.getChildren().add(button);
    }
    if (!problem.fixes().isEmpty()) {
      fixes.getChildren().getFirst().getStyleClass().add("accent");
      getChildren().add(fixes);
    }
  }

  private static Label text(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    return label;
  }

  /// Shows it beside a node; choosing a fix closes it.
  static PopOver open(Node beside, Problem problem, Consumer<Fix> fix) {
    var popOver = new PopOver();
    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    popOver.setContentNode(
        new Explanation(
            problem,
            way -> {
              popOver.hide();
              fix.accept(way);
            }));
    popOver.show(beside);
    return popOver;
  }
}
