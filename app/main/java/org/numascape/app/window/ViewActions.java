package org.numascape.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import org.numascape.app.canvas.TopologyCanvas;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.drawing.Colouring;
import org.numascape.drawing.Folding;
import org.numascape.drawing.LabelMode;
import org.numascape.drawing.LayoutMode;

/// Every way to look at the same host: for the View menu, the toolbar and the list of shortcuts.
final class ViewActions {

  /// Also told in the menu of a guest's card, which opens the same view.
  static final String GUEST_VIEW_KEY = "Shortcut+G";

  private final List<Action> colours = new ArrayList<>();
  private final List<Action> labels = new ArrayList<>();
  private final List<Action> layouts = new ArrayList<>();
  private final List<Action> folds;
  private final List<Action> parts;

  ViewActions(DesignStore store, ViewState view, TopologyCanvas canvas) {
    for (var entry : ColourWords.PLAIN) {
      colours.add(
          Action.of(
                  "colour-" + entry.id(),
                  entry.words(),
                  "Alt+" + (colours.size() + 1),
                  () -> view.colouring().set(entry.colouring()))
              .in("Colour by")
              .checkedWhile(is(view.colouring(), entry.colouring()::equals)));
    }
    colours.add(
        Action.of(
                "colour-distance",
                "Distance from the selected node",
                "Alt+" + (colours.size() + 1),
                canvas::colourByDistance)
            .in("Colour by")
            .disabledWhile(
                Bindings.createBooleanBinding(
                    () -> store.design().host().nodes().size() < 2, store.history()))
            .checkedWhile(is(view.colouring(), Colouring.ByDistance.class::isInstance)));
    for (var mode : LabelMode.values()) {
      labels.add(
          Action.of(
                  "labels-" + mode.name().toLowerCase(Locale.ROOT),
                  words(mode),
                  "",
                  () -> view.labels().set(mode))
              .in("Labels")
              .checkedWhile(is(view.labels(), mode::equals)));
    }
    labels.add(
        Action.of("labels-next", "Next labels", "L", () -> view.labels().set(next(view)))
            .in("Labels"));
    layouts.add(
        Action.of("layout-fit", "Fit to the window's shape", "", set(view, LayoutMode.FIT))
            .in("Layout")
            .checkedWhile(is(view.mode(), LayoutMode.FIT::equals)));
    layouts.add(
        Action.of("layout-lstopo", "As lstopo draws it", "", set(view, LayoutMode.LSTOPO))
            .in("Layout")
            .checkedWhile(is(view.mode(), LayoutMode.LSTOPO::equals)));
    layouts.add(
        Action.of("layout-next", "Other layout", "T", () -> view.mode().set(other(view)))
            .in("Layout"));
    folds =
        List.of(
            Action.of("fold", "Fold or unfold the selection", "F", canvas::toggleFold).in("Fold"),
            Action.of("fold-all", "Fold all", "Shift+F", () -> view.folding().set(Folding.ALL))
                .in("Fold"),
            Action.of("unfold-all", "Unfold all", "Shift+U", () -> view.folding().set(Folding.NONE))
                .in("Fold"));
    parts =
        List.of(
            toggle("guest-view", "Guest view beside the host", GUEST_VIEW_KEY, view.guestView()),
            toggle("minimap", "Overview of large hosts", "M", view.minimap()),
            toggle("legend", "Legend", "K", view.legend()),
            toggle("distance-lines", "Distances on hover", "D", view.distanceLines()),
            toggle("instruction-caches", "Instruction caches", "I", view.instructionCaches()));
  }

  /// All of them, in the order of the menu.
  List<List<Action>> groups() {
    var choices = new ArrayList<Action>();
    choices.addAll(colours);
    choices.addAll(labels);
    choices.addAll(layouts);
    choices.addAll(folds);
    return List.of(choices, parts);
  }

  /// What colours can tell.
  List<Action> colours() {
    return List.copyOf(colours);
  }

  /// What the toolbar offers beside the colours.
  List<List<Action>> others() {
    return List.of(layouts.subList(0, 2), folds, parts);
  }

  private static Action toggle(String id, String words, String key, BooleanProperty on) {
    return Action.of(id, words, key, () -> on.set(!on.get())).checkedWhile(on);
  }

  private static Runnable set(ViewState view, LayoutMode mode) {
    return () -> view.mode().set(mode);
  }

  private static LayoutMode other(ViewState view) {
    return view.mode().get() == LayoutMode.FIT ? LayoutMode.LSTOPO : LayoutMode.FIT;
  }

  private static LabelMode next(ViewState view) {
    var modes = List.of(LabelMode.values());
    return modes.get((modes.indexOf(view.labels().get()) + 1) % modes.size());
  }

  private static <T> javafx.beans.value.ObservableBooleanValue is(
      ObservableValue<T> chosen, Predicate<T> wanted) {
    return Bindings.createBooleanBinding(() -> wanted.test(chosen.getValue()), chosen);
  }

  /// The words of a label mode.
  static String words(LabelMode mode) {
    return switch (mode) {
      case LOGICAL -> "logical L#";
      case PHYSICAL -> "physical P#";
      case BOTH -> "both";
      case NONE -> "none";
    };
  }
}
