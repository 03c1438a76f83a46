package org.numascape.app.widget;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.analysis.Analysis;
import org.numascape.placement.SetText;
import org.numascape.topology.CpuSet;
import org.numascape.topology.IndexSet;
import org.numascape.topology.NodeSet;

/// A set of host CPUs or nodes to be changed as text, in the words of [SetText], with completion
/// while typing. Enter or leaving it takes it over, Escape puts it back; what the words stand for
/// and what is wrong stands below.
///
/// Whoever shows it calls [#refresh()] when the design has changed. The part below, [#notes()], may
/// be put elsewhere, where lines are wider.
public final class CpuSetField extends VBox {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TextField input = new TextField();
  private final Label meaning = new Label();
  private final Label mistake = new Label();
  private final VBox notes = new VBox(2, meaning, mistake);
  private final Text<?> text;
  private final String words;
  private String shown = "";

  /// How a text becomes a set of one kind.
  ///
  /// @param refusal what else is wrong with a set
  private record Text<S extends IndexSet<S>>(
      Supplier<SetText<S>> words,
      Supplier<S> value,
      Consumer<S> take,
      Function<S, Optional<String>> refusal) {

    String now() {
      return value.get().toString();
    }

    /// Takes a text over, or says what is wrong with it.
    Optional<SetText.Reading.Wrong<S>> takeOver(String typed) {
      return switch (read(typed)) {
        case SetText.Reading.Wrong<S> wrong -> Optional.of(wrong);
        case SetText.Reading.Right<S>(var set) -> {
          take.accept(set);
          yield Optional.empty();
        }
      };
    }

    SetText.Reading<S> read(String typed) {
      var reading = words.get().read(typed);
      return reading instanceof SetText.Reading.Right<S>(var set)
          ? refusal
              .apply(set)
              .<SetText.Reading<S>>map(why -> new SetText.Reading.Wrong<>(0, typed.length(), why))
              .orElse(reading)
          : reading;
    }

    /// What the words of a right text stand for.
    String told(String typed) {
      return read(typed) instanceof SetText.Reading.Right<S>(var set) ? words.get().told(set) : "";
    }
  }

  private CpuSetField(String id, String empty, String words, Text<?> text) {
    this.text = text;
    this.words = words;
    getStyleClass().add("set-field");
    setSpacing(2);
    input.setId(id);
    input.setPromptText(empty);
    input.setTooltip(new Tooltip(words));
    input.setAccessibleText(words);
    input.setAccessibleHelp("Down or Ctrl+Space offers words such as node0 or free on node0");
    input.getStyleClass().add("edit-field");
    input.setPrefColumnCount(9);
    notes.getStyleClass().add("set-notes");
    note(meaning, id + "-meaning", "meaning");
    note(mistake, id + "-mistake", "mistake");
    getChildren().addAll(input, notes);
    show();
    new SetSuggestions(input, (typed, caret) -> text.words().get().complete(typed, caret))
        .install();
    input.setOnAction(event -> takeOver(true));
    input
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            takeOver(false);
          }
        });
    input.textProperty().subscribe(typed -> tell());
    input.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && changed()) {
            putBack();
            event.consume();
          }
        });
    refresh();
  }

  /// A field for host CPUs, by OS index.
  ///
  /// @param empty what no text means, such as `any CPU`
  /// @param words what tooltip and screen reader say
  /// @param facts how the host is used now
  /// @param value what there is now; the empty set for none
  /// @param take takes a new set over; the empty set for none
  public static CpuSetField cpus(
      String id,
      String empty,
      String words,
      Supplier<Analysis> facts,
      Supplier<CpuSet> value,
      Consumer<CpuSet> take) {
    return cpus(id, empty, words, facts, value, take, set -> Optional.empty());
  }

  /// The same, where not every set will do: `refusal` says what is wrong with one.
  public static CpuSetField cpus(
      String id,
      String empty,
      String words,
      Supplier<Analysis> facts,
      Supplier<CpuSet> value,
      Consumer<CpuSet> take,
      Function<CpuSet, Optional<String>> refusal) {
    return new CpuSetField(
        id, empty, words, new Text<>(() -> SetText.cpus(facts.get()), value, take, refusal));
  }

  /// A field for host NUMA nodes, by OS index; the parameters are those of [#cpus].
  public static CpuSetField nodes(
      String id,
      String empty,
      String words,
      Supplier<Analysis> facts,
      Supplier<NodeSet> value,
      Consumer<NodeSet> take) {
    return nodes(id, empty, words, facts, value, take, set -> Optional.empty());
  }

  /// The same, where not every set will do: `refusal` says what is wrong with one.
  public static CpuSetField nodes(
      String id,
      String empty,
      String words,
      Supplier<Analysis> facts,
      Supplier<NodeSet> value,
      Consumer<NodeSet> take,
      Function<NodeSet, Optional<String>> refusal) {
    return new CpuSetField(
        id, empty, words, new Text<>(() -> SetText.nodes(facts.get()), value, take, refusal));
  }

  /// Where to type.
  public TextField input() {
    return input;
  }

  /// What the words stand for, and what is wrong; takes no room while there is nothing to say.
  public Region notes() {
    return notes;
  }

  /// Follows the value, unless somebody is typing.
  public void refresh() {
    if (!changed()) {
      putBack();
    }
  }

  private static void note(Label label, String id, String style) {
    label.setId(id);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
  }

  private boolean changed() {
    return !input.getText().equals(shown);
  }

  private void putBack() {
    shown = text.now();
    if (!shown.equals(input.getText())) {
      input.setText(shown);
    }
    say("", "");
  }

  private void takeOver(boolean select) {
    if (!changed()) {
      say("", "");
      return;
    }
    var wrong = text.takeOver(input.getText());
    if (wrong.isEmpty()) {
      shown = input.getText();
      putBack();
    } else {
      say("", wrong.get().what());
      if (select) {
        input.selectRange(wrong.get().from(), wrong.get().to());
      }
    }
  }

  /// While typing: what words stand for; what is wrong stays until it is taken over again, as half
  /// a word is no mistake yet.
  private void tell() {
    String typed = input.getText();
    say(changed() && SetText.hasWords(typed) ? text.told(typed) : "", "");
  }

  private void say(String means, String wrong) {
    input.pseudoClassStateChanged(WRONG, !wrong.isEmpty());
    meaning.setText(means);
    mistake.setText(wrong);
    String below = wrong.isEmpty() ? means : wrong;
    input.setAccessibleText(below.isEmpty() ? words : words + ": " + below);
    show();
  }

  private void show() {
    for (var label : new Label[] {meaning, mistake}) {
      label.setVisible(!label.getText().isEmpty());
      label.setManaged(!label.getText().isEmpty());
    }
    boolean any = meaning.isVisible() || mistake.isVisible();
    notes.setVisible(any);
    notes.setManaged(any);
  }
}
