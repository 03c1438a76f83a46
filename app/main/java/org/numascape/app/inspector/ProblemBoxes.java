package org.numascape.app.inspector;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.numascape.check.Problem;
import org.numascape.design.DomainId;

/// What is wrong with one guest: a box each, with ways out and the reason.
interface ProblemBoxes {

  /// Adds the boxes of one guest.
  static void addTo(Sheet sheet, DomainId id) {
    var boxes = new VBox(8);
    boxes.setId("guest-problems");
    sheet.add(boxes);
    var shown = new AtomicReference<List<Problem>>(List.of());
    sheet.follow(() -> {
      var problems =
          sheet.store().problems().get().stream()
              .filter(problem -> problem.domain().filter(id::equals).isPresent())
              .toList();
      if (!problems.equals(shown.getAndSet(problems))) {
        boxes.getChildren().setAll(problems.stream().map(one -> box(sheet, one)).toList());
      }
    });
  }

  private static VBox box(Sheet sheet, Problem problem) {
    var title = new Label(problem.title());
    title.getStyleClass().add("problem-title");
    title.setTooltip(new Tooltip(problem.code() + " · " + problem.title()));
    var message = words(problem.message() + ".");
    var buttons = new FlowPane(8, 6);
    for (var fix : problem.fixes()) {
      var button = new Button(fix.label());
      button.getStyleClass().add(buttons.getChildren().isEmpty() ? "fix" : "other-fix");
      button.setTooltip(new Tooltip(fix.edit().label(sheet.facts().design())));
      button.setOnAction(event -> sheet.store().apply(fix.edit()));
      buttons.getChildren().add(button);
    }
    var why = new Button("Why?");
    why.getStyleClass().add("why-button");
    why.setTooltip(new Tooltip("What " + problem.code() + " costs and where that is known from"));
    why.setOnAction(event -> explain(why, problem));
    buttons.getChildren().add(why);
    var box = new VBox(6, title, message, buttons);
    box.getStyleClass().add("problem-box");
    box.setId("problem-" + problem.code());
    box.setAccessibleText(problem.title() + ". " + problem.message());
    box.pseudoClassStateChanged(
        PseudoClass.getPseudoClass(problem.severity().name().toLowerCase(Locale.ROOT)), true);
    return box;
  }

  private static void explain(Button beside, Problem problem) {
    var title = words(problem.title());
    title.getStyleClass().add("panel-title");
    var why = words(problem.why());
    var code = words("Rule " + problem.code());
    code.getStyleClass().add("muted");
    var box = new VBox(6, title, why, code);
    box.setMaxWidth(360);
    box.setPrefWidth(340);
    box.getStyleClass().add("why-box");
    var over = new PopOver(box);
    over.setTitle(problem.title());
    over.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
    over.setDetachable(false);
    over.show(beside);
  }

  private static Label words(String text) {
    var words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }
}
