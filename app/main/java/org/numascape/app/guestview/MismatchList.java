package org.numascape.app.guestview;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.Weight;
import org.numascape.guest.MismatchGroup;

/// What does not fit between a guest and its host, each with its number in the picture, what comes
/// of it, and a way out where there is one.
final class MismatchList extends ScrollPane {

  private final DesignStore store;
  private final Consumer<Optional<MismatchGroup>> look;
  private final VBox rows = new VBox();
  private final Lane lane = new Lane();
  private Optional<Sight> shown = Optional.empty();

  /// @param look hears which of them the pointer or the keyboard is on
  MismatchList(DesignStore store, Consumer<Optional<MismatchGroup>> look) {
    this.store = store;
    this.look = look;
    setId("guest-mismatches");
    getStyleClass().addAll("guest-mismatches", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(rows);
    store.problems().subscribe(problems -> waysOut());
  }

  /// Shows what does not fit of what is shown.
  void show(Optional<Sight> sight) {
    boolean same =
        sight.map(Sight::groups).equals(shown.map(Sight::groups))
            && sight.map(Sight::id).equals(shown.map(Sight::id));
    shown = sight;
    if (!same) {
      look.accept(Optional.empty());
      rows.getChildren().setAll(sight.map(this::rows).orElse(List.of()));
    }
    waysOut();
  }

  private List<? extends javafx.scene.Node> rows(Sight sight) {
    if (sight.groups().isEmpty()) {
      return List.of(fits(sight));
    }
    return sight.groups().stream().map(group -> new MismatchRow(group, store, look)).toList();
  }

  private static HBox fits(Sight sight) {
    boolean floats = sight.links().isEmpty();
    var words =
        new Label(
            floats
                ? "Nothing of it is pinned or bound, so nothing can be compared."
                : "What it sees is so on the host.",
            new FontIcon(floats ? Material2AL.INFO : Material2AL.CHECK_CIRCLE));
    words.setId("guest-view-fits");
    words.setWrapText(true);
    var row = new HBox(words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("mismatch-row", floats ? "mismatch-none" : "mismatch-fits");
    return row;
  }

  /// Ways out take a while; while something is carried there are none.
  private void waysOut() {
    if (shown.isEmpty() || store.preview().get().isPresent() || getScene() == null) {
      return;
    }
    var sight = shown.get();
    var problems = store.problems().get();
    if (sight.groups().isEmpty() || !sight.design().equals(store.design())) {
      return;
    }
    lane.ask(
        Weight.large(sight.design()),
        () -> WaysOut.of(sight, problems),
        found ->
            rows.getChildren().stream()
                .filter(MismatchRow.class::isInstance)
                .map(MismatchRow.class::cast)
                .forEach(row -> row.offer(found.getOrDefault(row.group().kind(), List.of()))));
  }
}
