package org.numascape.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.design.Edit;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadScheduler;
import org.numascape.topology.CpuSet;

/// A line for each set of threads of one scheduling class, and a way to more. No thread can be in
/// two: a set that takes one takes it from the other.
final class ClassRows extends VBox {

  private final GuestForm form;
  private final String id;
  private final String what;
  private final Supplier<List<ThreadScheduler>> value;
  private final Supplier<CpuSet> all;
  private final BiFunction<CpuSet, Optional<Scheduling>, Edit> edit;
  private final GuestForm.Part part;
  private final GridPane rows = new GridPane(12, 6);
  private final Label rest = new Label();
  private List<CpuSet> shown = List.of(CpuSet.of(16_383));

  /// @param id what ids of its fields begin with: `vcpu`
  /// @param what which threads: `vCPUs`
  /// @param all every thread there is
  /// @param edit puts threads into a class, or leaves them to the kernel
  ClassRows(
      GuestForm form,
      String id,
      String what,
      Supplier<List<ThreadScheduler>> value,
      Supplier<CpuSet> all,
      BiFunction<CpuSet, Optional<Scheduling>, Edit> edit) {
    super(6);
    this.form = form;
    this.part = form.part();
    this.id = id;
    this.what = what;
    this.value = value;
    this.all = all;
    this.edit = edit;
    setId(id + "-classes");
    getStyleClass().add("form-block");
    rest.getStyleClass().add("muted");
    getChildren().addAll(rows, rest, another());
    form.follow(this::show);
  }

  private void show() {
    var sets = value.get().stream().map(ThreadScheduler::threads).toList();
    var others = sets.stream().reduce(all.get(), CpuSet::minus);
    rest.setText(
        others.isEmpty()
            ? ""
            : sets.isEmpty()
                ? "All " + what + " are scheduled like other processes."
                : "The other " + what + ", " + others + ", are scheduled like other processes.");
    GuestForm.show(rest, !others.isEmpty());
    if (sets.equals(shown)) {
      return;
    }
    shown = sets;
    part.rebuild(() -> build(sets));
  }

  private void build(List<CpuSet> sets) {
    rows.getChildren().clear();
    GuestForm.show(rows, !sets.isEmpty());
    sets.forEach(set -> rows.addRow(rows.getRowCount(), row(set)));
  }

  private Node[] row(CpuSet threads) {
    int number = rows.getRowCount();
    var name = new Label(what);
    name.setMinWidth(Region.USE_PREF_SIZE);
    var set =
        form.text(
            id + "-class-" + number + "-set",
            what + " of this class, such as 0-3",
            "",
            threads::toString,
            typed -> move(threads, typed));
    set.input().setPrefColumnCount(9);
    form.follow(set::refresh);
    var choice =
        new ClassChoice(
            form,
            id + "-class-" + number,
            what + " " + threads,
            () -> of(threads).map(ThreadScheduler::scheduling),
            scheduling -> put(threads, scheduling));
    var remove = new Button("", new FontIcon(Material2AL.CLOSE));
    remove.getStyleClass().addAll("flat", "form-remove");
    remove.setId(id + "-class-" + number + "-remove");
    remove.setTooltip(new Tooltip("Schedule " + what + " " + threads + " like other processes"));
    remove.setAccessibleText(remove.getTooltip().getText());
    remove.setOnAction(event -> put(threads, Optional.empty()));
    return new Node[] {name, new VBox(2, set.input(), set.mistake()), choice, remove};
  }

  private Optional<ThreadScheduler> of(CpuSet threads) {
    return value.get().stream().filter(one -> one.threads().equals(threads)).findFirst();
  }

  /// Gives a class to other threads: one undoable edit, made of two where some leave it.
  private void move(CpuSet from, String typed) {
    var to = read(typed);
    of(from)
        .map(ThreadScheduler::scheduling)
        .ifPresent(scheduling -> {
          var moved = edit.apply(to, Optional.of(scheduling));
          var left = from.minus(to);
          form.apply(
              left.isEmpty()
                  ? moved
                  : new Edit.Together(
                      moved.label(form.design()),
                      List.of(edit.apply(left, Optional.empty()), moved)));
        });
  }

  private void put(CpuSet threads, Optional<Scheduling> scheduling) {
    form.apply(edit.apply(threads, scheduling));
  }

  private CpuSet read(String typed) {
    var threads = CpuSet.parse(typed);
    var missing = threads.minus(all.get());
    if (threads.isEmpty() || !missing.isEmpty()) {
      throw new IllegalArgumentException(
          threads.isEmpty()
              ? "no thread is named"
              : missing + " is not among the " + what + " " + all.get());
    }
    return threads;
  }

  private Node another() {
    var set = new TextField();
    set.setId(id + "-class-new-set");
    set.getStyleClass().add("edit-field");
    set.setPrefColumnCount(9);
    set.setAccessibleText(what + " for a class of their own");
    var add = new Button("Make them fifo");
    add.setId(id + "-class-add");
    var mistake = new Label();
    mistake.getStyleClass().add("mistake");
    mistake.setId(id + "-class-new-mistake");
    GuestForm.show(mistake, false);
    add.setOnAction(event -> {
      var wrong = new ArrayList<String>();
      try {
        String typed = set.getText().isBlank() ? all.get().toString() : set.getText();
        put(read(typed), Optional.of(Scheduling.fifo(1)));
        set.clear();
      } catch (IllegalArgumentException unreadable) {
        wrong.add(String.valueOf(unreadable.getMessage()));
      }
      mistake.setText(String.join("", wrong));
      GuestForm.show(mistake, !wrong.isEmpty());
    });
    set.setOnAction(event -> add.fire());
    form.follow(() -> set.setPromptText(what + " " + all.get()));
    var line = new HBox(8, set, add);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(2, line, mistake);
  }
}
