package org.numascape.app.guestview;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.numascape.app.store.DesignStore;
import org.numascape.check.Fix;
import org.numascape.guest.MismatchGroup;

/// What does not fit: its number, what is so, what comes of it, ways out.
final class MismatchRow extends HBox {

  private final MismatchGroup group;
  private final DesignStore store;
  private final FlowPane ways = new FlowPane(6, 4);
  private List<Fix> offered = List.of();

  MismatchRow(MismatchGroup group, DesignStore store, Consumer<Optional<MismatchGroup>> look) {
    super(10);
    this.group = group;
    this.store = store;
    setId("mismatch-" + group.number());
    getStyleClass().add("mismatch-row");
    setFocusTraversable(true);
    setAccessibleText(group.kind().title() + ": " + group.words() + "; " + group.kind().why());
    var number = new Label(Integer.toString(group.number()));
    number.getStyleClass().add("mismatch-number");
    number.setMinWidth(USE_PREF_SIZE);
    var title = new Label(group.kind().title());
    title.getStyleClass().add("mismatch-title");
    title.setWrapText(true);
    var what = wrapped(group.words() + ".", "mismatch-what");
    var why = wrapped(sentence(group.kind().why()), "mismatch-why");
    var words = new VBox(2, title, what, why, ways);
    ways.managedProperty().bind(ways.visibleProperty());
    ways.setVisible(false);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(number, words);
    hoverProperty().subscribe(on -> look.accept(on ? Optional.of(group) : Optional.empty()));
    focusedProperty().subscribe(on -> look.accept(on ? Optional.of(group) : Optional.empty()));
  }

  private static Label wrapped(String words, String style) {
    var label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /// What it is about.
  MismatchGroup group() {
    return group;
  }

  /// Offers ways out.
  void offer(List<Fix> fixes) {
    if (fixes.equals(offered)) {
      return;
    }
    offered = fixes;
    ways.getChildren().setAll(fixes.stream().map(this::button).toList());
    ways.setVisible(!fixes.isEmpty());
  }

  private Button button(Fix fix) {
    var button = new Button(fix.label());
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("small", "mismatch-fix");
    button.setTooltip(new Tooltip(fix.label() + " (can be undone)"));
    button.setOnAction(event -> store.apply(fix.edit()));
    return button;
  }
}
