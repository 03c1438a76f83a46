package org.numascape.app.problems;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.numascape.analysis.Analysis;
import org.numascape.app.canvas.PictureView;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.Weight;
import org.numascape.check.Problem;
import org.numascape.design.Item;
import org.numascape.drawing.Closeup;
import org.numascape.drawing.Closeup.Spot;
import org.numascape.drawing.DrawingOptions;

/// The boxes that a problem concerns, from the real host, as they are; and as they would be for as
/// long as a way out is looked at.
final class ProblemPicture extends VBox {

  private static final double MOST_ZOOM = 1.15;

  private final DesignStore store;
  private final PictureView view = new PictureView();
  private final Label caption = new Label();
  private final Lane widening = new Lane();
  private Spot spot = Spot.NOTHING;
  private List<Item> concerned = List.of();

  ProblemPicture(DesignStore store) {
    super(4);
    this.store = store;
    setId("problem-picture");
    view.getStyleClass().add("problem-picture");
    view.setMinSize(160, 120);
    view.setPrefSize(300, 190);
    view.setMaxHeight(240);
    // A picture to look at: the wheel moves the explanation, not what is in it.
    view.setMouseTransparent(true);
    view.setFocusTraversable(false);
    view.onResized(this::draw);
    caption.getStyleClass().addAll("muted", "small-text");
    caption.setWrapText(true);
    caption.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(view, caption);
    store.shown().subscribe(facts -> draw());
    store.trying().subscribe(on -> draw());
  }

  /// Shows the boxes of a problem; hidden where it concerns none.
  void show(Problem problem) {
    var facts = store.analysis().get();
    if (!problem.where().equals(concerned)) {
      concerned = problem.where();
      see(Closeup.spot(facts, concerned));
    }
    widening.ask(Weight.large(facts.design()), () -> withWaysOut(facts, problem), this::see);
  }

  /// Where things are and where its ways out would put them: so that boxes stay where they are
  /// while ways out are looked at.
  private static Spot withWaysOut(Analysis facts, Problem problem) {
    var spot = Closeup.spot(facts, problem.where());
    for (var fix : problem.fixes()) {
      var after = facts.after(fix.edit().applyTo(facts.design()));
      spot = Closeup.spot(facts, after, spot, problem.where());
    }
    return spot;
  }

  private void see(Spot next) {
    spot = next;
    setVisible(!spot.isEmpty());
    setManaged(isVisible());
    draw();
  }

  private void draw() {
    // Whoever closes the explanation takes the picture out of the window.
    if (spot.isEmpty() || getScene() == null || view.getWidth() < 2) {
      return;
    }
    Analysis shown = store.shown().get();
    var options = DrawingOptions.STANDARD.within(view.getWidth(), view.getHeight());
    var drawing = PictureView.draw(shown, store.analysis().get(), spot, options);
    view.show(drawing);
    view.showWhole(Math.min(MOST_ZOOM, view.fittingZoom()));
    view.mark(new LinkedHashSet<>(concerned), java.util.Set.of());
    caption.setText(caption(shown));
    view.setAccessibleText("Picture of what is concerned. " + caption.getText());
  }

  private String caption(Analysis shown) {
    Optional<String> after =
        store
            .preview()
            .get()
            .filter(edit -> store.trying().get())
            .map(edit -> "As it would be: " + edit.label(store.design()));
    return after.orElse(shown.equals(store.analysis().get()) ? "As it is now" : "As it would be");
  }
}
