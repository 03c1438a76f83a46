package org.numascape.app.widget;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.analysis.Analysis;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.PinText;
import org.numascape.placement.PinWords;

/// All pins of a guest as text, words completed while typing; what is wrong is told below, line by
/// line.
public final class PinArea extends VBox {

  private final Supplier<Analysis> facts;
  private final Supplier<Guest> guest;
  private final TextArea text = new TextArea();
  private final Label mistakes = new Label();
  private final ReadOnlyBooleanWrapper right = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(false);
  private String shown = "";

  /// An area with the pins there are.
  ///
  /// @param id of the text; what is wrong has `-mistakes` behind it
  /// @param facts what words such as `free on node1` are understood by
  public PinArea(String id, Supplier<Analysis> facts, Supplier<Guest> guest) {
    super(6);
    this.facts = facts;
    this.guest = guest;
    getStyleClass().add("pin-area");
    text.setId(id);
    text.setPrefRowCount(6);
    text.setMinHeight(90);
    text.setPromptText("no vCPU is pinned");
    text.getStyleClass().add("mono");
    text.setAccessibleText("Pins as text, a line such as 0-3: 8,40,9,41");
    text.setAccessibleHelp("Ctrl+Space offers words such as free on node1");
    new SetSuggestions(text, (typed, caret) -> PinWords.complete(facts.get(), typed, caret))
        .install();
    var hint =
        new Label(
            "“0-3: 8,40,9,41” pairs one to one in order, “0-3: {8-11}” gives each the whole set,"
                + " “0-3: free on node1” takes what is free there; vCPUs without a line are not"
                + " pinned. Ctrl+Space offers words.");
    mistakes.setId(id + "-mistakes");
    mistakes.getStyleClass().add("mistake");
    hint.getStyleClass().addAll("muted", "small-text");
    for (var words : new Label[] {hint, mistakes}) {
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
    }
    getChildren().addAll(text, mistakes, hint);
    putBack();
    text.textProperty().subscribe(typed -> examine());
  }

  /// Where to type.
  public TextArea input() {
    return text;
  }

  /// Shows the pins there are.
  public void putBack() {
    shown = PinText.format(guest.get().wanted().vcpuPins());
    if (!text.getText().equals(shown)) {
      text.setText(shown);
    }
    examine();
  }

  /// Whether the text can be taken over.
  public ReadOnlyBooleanProperty right() {
    return right.getReadOnlyProperty();
  }

  /// Whether somebody has typed anything else than there is.
  public ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  /// The edit that makes the pins as written; empty while something is wrong.
  public Optional<Edit> edit() {
    return read() instanceof PinText.Pins(var pins)
        ? Optional.of(PinText.edit(guest.get(), pins))
        : Optional.empty();
  }

  private PinText read() {
    return PinWords.read(facts.get(), text.getText(), guest.get().wanted().vcpus().maximum());
  }

  private void examine() {
    String wrong =
        switch (read()) {
          case PinText.Pins pins -> "";
          case PinText.Mistakes(var all) ->
              all.stream().map(PinText.Mistake::toString).collect(Collectors.joining("\n"));
        };
    mistakes.setText(wrong);
    mistakes.setVisible(!wrong.isEmpty());
    mistakes.setManaged(!wrong.isEmpty());
    right.set(wrong.isEmpty());
    changed.set(!text.getText().equals(shown));
  }
}
