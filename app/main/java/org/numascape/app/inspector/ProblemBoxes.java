package org.numascape.app.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.app.store.Lane;
import org.numascape.app.store.ViewState;
import org.numascape.app.store.Weight;
import org.numascape.app.widget.FixPreview;
import org.numascape.check.Problem;
import org.numascape.design.DomainId;

/// What is wrong with one guest: a box each, with ways out and the reason.
interface ProblemBoxes {

  /// Adds the boxes of one guest.
  static void addTo(Sheet sheet, ViewState view, DomainId id) {
    var boxes = new VBox(8);
    boxes.setId("guest-problems");
    sheet.add(boxes);
    var shown = new AtomicReference<List<Problem>>(List.of());
    var trying = new Lane();
    sheet.follow(() -> {
      if (sheet.store().trying().get()) {
        return; // else the button that is looked at would vanish under the pointer
      }
      var problems =
          sheet.store().problems().get().stream()
              .filter(problem -> problem.domain().filter(id::equals).isPresent())
              .toList();
      if (!problems.equals(shown.getAndSet(problems))) {
        // Each way out is tried before it is offered, which takes its time.
        trying.ask(
            Weight.large(sheet.facts().design()),
            () -> problems.stream().map(Problem::fixes).toList(),
            tried ->
                boxes
                    .getChildren()
                    .setAll(problems.stream().map(one -> box(sheet, view, one)).toList()));
      }
    });
  }

  private static VBox box(Sheet sheet, ViewState view, Problem problem) {
    var title = new Label(problem.title());
    title.getStyleClass().add("problem-title");
    title.setTooltip(new Tooltip(problem.code() + " · " + problem.title()));
    var message = words(problem.message() + ".");
    var buttons = new FlowPane(8, 6);
    buttons.setMinWidth(0);
    buttons.setPrefWrapLength(200);
    for (var fix : problem.fixes()) {
      var button = new Button(fix.label());
      button.getStyleClass().add(buttons.getChildren().isEmpty() ? "fix" : "other-fix");
      button.setTooltip(new Tooltip(fix.edit().label(sheet.facts().design())));
      button.setOnAction(event -> sheet.store().apply(fix.edit()));
      button.maxWidthProperty().bind(buttons.widthProperty());
      FixPreview.on(button, sheet.store(), fix.edit());
      buttons.getChildren().add(button);
    }
    var why = new Button("Why?");
    why.getStyleClass().add("why-button");
    why.setTooltip(new Tooltip("What " + problem.code() + " costs and where that is known from"));
    why.setOnAction(event -> view.asked().set(Optional.of(problem)));
    buttons.getChildren().add(why);
    var box = new VBox(6, title, message, buttons);
    box.getStyleClass().add("problem-box");
    box.setId("problem-" + problem.code());
    box.setAccessibleText(problem.title() + ". " + problem.message());
    box.pseudoClassStateChanged(
        PseudoClass.getPseudoClass(problem.severity().name().toLowerCase(Locale.ROOT)), true);
    return box;
  }

  private static Label words(String text) {
    var words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }
}
