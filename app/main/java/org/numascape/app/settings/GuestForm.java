package org.numascape.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.CpuSetField;
import org.numascape.app.widget.EditField;
import org.numascape.app.widget.OnScreen;
import org.numascape.check.Problem;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.domain.Domain;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// What pages of settings are written in: sections of rows, each a label, a control, and a sentence
/// that explains it. Rows are built once and follow the design for as long as they are on the
/// screen, so that whoever types in one keeps the cursor.
public final class GuestForm extends VBox {

  private static final double LABELS = 168;

  private final DesignStore store;
  private final DomainId id;
  private final List<Runnable> lines = new ArrayList<>();
  private Guest last;

  /// An empty form.
  ///
  /// @throws IllegalArgumentException when the guest is not in the design
  public GuestForm(DesignStore store, DomainId id) {
    this.store = store;
    this.id = id;
    this.last =
        store
            .design()
            .guest(id)
            .orElseThrow(() -> new IllegalArgumentException(id + " is not in the design"));
    getStyleClass().add("guest-form");
    setMinWidth(0);
    store.history().when(OnScreen.of(this)).subscribe(history -> refresh());
    store.problems().when(OnScreen.of(this)).subscribe(problems -> refresh());
  }

  /// Where edits go.
  public DesignStore store() {
    return store;
  }

  /// Whose settings these are.
  public DomainId id() {
    return id;
  }

  /// The design as it is.
  public Design design() {
    return store.design();
  }

  /// The guest as the design has it; as it was last where it has gone.
  public Guest guest() {
    last = store.design().guest(id).orElse(last);
    return last;
  }

  /// What the design wants of it.
  public Domain domain() {
    return guest().wanted();
  }

  /// Makes an edit.
  public void apply(Edit edit) {
    store.apply(edit);
  }

  /// This form in a pane that scrolls.
  public ScrollPane scrolled() {
    var pane = new ScrollPane(this);
    pane.getStyleClass().addAll("guest-form-scroll", "edge-to-edge");
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    return pane;
  }

  /// Runs now and after every change of the design or its problems while the form is on the screen.
  public void follow(Runnable line) {
    lines.add(line);
    line.run();
  }

  private void refresh() {
    List.copyOf(lines).forEach(Runnable::run);
  }

  /// Rows that are made anew now and then, with others for other things.
  public Part part() {
    return new Part();
  }

  /// Rows that are made anew; what those before followed is followed no more.
  public final class Part {

    private List<Runnable> mine = List.of();

    private Part() {}

    /// Makes the rows.
    public void rebuild(Runnable rows) {
      lines.removeAll(mine);
      int from = lines.size();
      rows.run();
      mine = List.copyOf(lines.subList(from, lines.size()));
    }
  }

  /// Begins a section; `words` say what it is about, and may be empty.
  public void section(String title, String words) {
    var head = new Label(title);
    head.getStyleClass().add("form-section");
    getChildren().add(head);
    if (!words.isEmpty()) {
      getChildren().add(words(words));
    }
  }

  /// A row with any control.
  public void row(String label, Node control, String words) {
    add(label, words, control);
  }

  /// A row to change a value as text; what is wrong with it stands below.
  public void row(String label, EditField field, String words) {
    field.input().setMaxWidth(260);
    follow(field::refresh);
    add(label, words, field.input(), field.mistake());
  }

  /// A row to change a set of host CPUs or nodes as text.
  public void row(String label, CpuSetField field, String words) {
    field.input().setPrefColumnCount(20);
    follow(field::refresh);
    add(label, words, field);
  }

  /// A text field that takes its value over by Enter or when it is left.
  ///
  /// @param empty what no text means, such as `any CPU`
  /// @param value what there is now
  /// @param take makes the edit for a text; throws IllegalArgumentException saying what is wrong
  public EditField text(
      String id, String label, String empty, Supplier<String> value, Consumer<String> take) {
    Function<String, Optional<String>> taking =
        typed -> {
          take.accept(typed);
          return Optional.empty();
        };
    return new EditField(id, empty, label, value, taking);
  }

  /// A text field for host CPUs, by OS index, in libvirt's list or in words such as `node1`.
  ///
  /// @param value what there is now; empty where nothing is said
  /// @param take makes the edit for a set; empty where nothing shall be said
  public CpuSetField cpus(
      String id,
      String label,
      String empty,
      Supplier<Optional<CpuSet>> value,
      Consumer<Optional<CpuSet>> take) {
    return CpuSetField.cpus(
        id,
        empty,
        label,
        () -> store.analysis().get(),
        () -> value.get().orElse(CpuSet.EMPTY),
        cpus -> take.accept(cpus.isEmpty() ? Optional.empty() : Optional.of(cpus)));
  }

  /// A text field for host NUMA nodes, by OS index, in libvirt's list or in words such as
  /// `package1`.
  ///
  /// @param value what there is now; empty where nothing is said
  /// @param take makes the edit for a set; the empty set where nothing shall be said
  public CpuSetField nodes(
      String id, String label, String empty, Supplier<NodeSet> value, Consumer<NodeSet> take) {
    return CpuSetField.nodes(id, empty, label, () -> store.analysis().get(), value, take);
  }

  /// Rows that are there only while something is so.
  ///
  /// @param rows adds them to this form
  public void shownWhile(BooleanSupplier so, Runnable rows) {
    int from = getChildren().size();
    rows.run();
    var added = List.copyOf(getChildren().subList(from, getChildren().size()));
    follow(() -> added.forEach(node -> show(node, so.getAsBoolean())));
  }

  /// Shows a node, or takes it out of the layout too.
  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /// A row to choose one of several; a value that is none of them is shown as none chosen.
  public <T> void choice(
      String id,
      String label,
      List<Choice<T>> choices,
      Supplier<T> value,
      Consumer<T> take,
      String words) {
    var box = new Chooser<>(id, label, choices, value, take);
    box.getTooltip().setText(words);
    box.setMinWidth(120);
    follow(box::refresh);
    add(label, words, box);
  }

  /// A row to say yes or no.
  public CheckBox tick(
      String id, String label, BooleanSupplier value, Consumer<Boolean> take, String words) {
    var box = new CheckBox(label);
    box.setId(id);
    box.setTooltip(new Tooltip(words));
    follow(() -> box.setSelected(value.getAsBoolean()));
    box.setOnAction(event -> take.accept(box.isSelected()));
    add("", words, box);
    return box;
  }

  /// What rules of these codes say of the guest now, each with its first way out; takes no room
  /// while they say nothing.
  public void problems(String... codes) {
    var wanted = Set.of(codes);
    problems(problem -> wanted.contains(problem.code()));
  }

  /// What those problems of the guest say.
  public void problems(Predicate<Problem> wanted) {
    var lines = new ProblemLines(store);
    follow(() -> {
      // While a way out is looked at, its line stays under the pointer.
      if (store.trying().get()) {
        return;
      }
      lines.show(
          store.problems().get().stream()
              .filter(problem -> problem.domain().filter(id::equals).isPresent())
              .filter(wanted)
              .toList());
    });
    getChildren().add(lines);
  }

  /// Adds something that follows the design by itself or through [#follow].
  public void add(Node node) {
    getChildren().add(node);
  }

  private void add(String label, String words, Node... controls) {
    var left = new Label(label);
    left.getStyleClass().add("form-label");
    left.setMinWidth(LABELS);
    left.setPrefWidth(LABELS);
    left.setMaxWidth(LABELS);
    left.setWrapText(true);
    left.setLabelFor(controls[0]);
    var right = new VBox(3, controls);
    right.setMinWidth(0);
    right.setFillWidth(false);
    if (!words.isEmpty()) {
      right.getChildren().add(words(words));
    }
    HBox.setHgrow(right, Priority.ALWAYS);
    var row = new HBox(14, left, right);
    row.getStyleClass().add("form-row");
    getChildren().add(row);
  }

  /// Words that explain, over the width there is.
  public static Label words(String text) {
    var words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().addAll("muted", "small-text", "form-words");
    return words;
  }
}
