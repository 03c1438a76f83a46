package org.numascape.app.settings;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.design.Edit;
import org.numascape.design.IoThreadEdit;
import org.numascape.domain.IoThread;
import org.numascape.domain.ThreadPool;

/// A line for each I/O thread: its number, its host CPUs, its workers; and a way to more.
final class IoThreadRows extends VBox {

  private final GuestForm form;
  private final GuestForm.Part part;
  private final GridPane rows = new GridPane(10, 6);
  private List<Integer> shown = List.of(-1);

  IoThreadRows(GuestForm form) {
    super(8);
    this.form = form;
    this.part = form.part();
    setId("io-threads");
    var add = new Button("Add an I/O thread", new FontIcon(Material2AL.ADD));
    add.setId("io-thread-add");
    add.setOnAction(event -> form.apply(new IoThreadEdit.AddIoThread(form.id(), free())));
    var number =
        form.text(
            "io-thread-new",
            "Number of a further I/O thread; libvirt counts from 1, gaps are possible",
            "number " + free(),
            () -> "",
            this::add);
    number.input().setPrefColumnCount(7);
    form.follow(() -> number.input().setPromptText("number " + free()));
    var line = new HBox(8, add, new Label("or with"), number.input());
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(rows, line, number.mistake());
    form.follow(this::show);
  }

  private void add(String typed) {
    if (typed.isEmpty()) {
      return;
    }
    int id = Numbers.count(typed, 1, Integer.MAX_VALUE, "I/O threads");
    if (thread(id).isPresent()) {
      throw new IllegalArgumentException("I/O thread " + id + " is there already");
    }
    form.apply(new IoThreadEdit.AddIoThread(form.id(), id));
  }

  private int free() {
    var ids = form.domain().ioThreads().stream().map(IoThread::id).toList();
    int id = 1;
    while (ids.contains(id)) {
      id++;
    }
    return id;
  }

  private void show() {
    var ids = form.domain().ioThreads().stream().map(IoThread::id).toList();
    if (ids.equals(shown)) {
      return;
    }
    shown = ids;
    part.rebuild(() -> build(ids));
  }

  private void build(List<Integer> ids) {
    rows.getChildren().clear();
    GuestForm.show(rows, !ids.isEmpty());
    if (!ids.isEmpty()) {
      rows.addRow(0, head(""), head("host CPUs"), head("workers, fewest to most"), head("serves"));
    }
    ids.forEach(id -> rows.addRow(rows.getRowCount(), row(id)));
  }

  private static Label head(String words) {
    var label = new Label(words);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }

  private Node[] row(int id) {
    var name = new Label("I/O thread " + id);
    name.setMinWidth(USE_PREF_SIZE);
    var pin =
        form.cpus(
            "io-thread-" + id + "-cpuset",
            "Host CPUs of I/O thread " + id + "; empty for the guest's set",
            "as without a pin",
            () -> thread(id).flatMap(IoThread::pin),
            cpus -> form.apply(new Edit.PinIoThread(form.id(), id, cpus)));
    pin.input().setPrefColumnCount(11);
    form.follow(pin::refresh);
    var pool =
        new PoolFields(
            form,
            "io-thread-" + id,
            "I/O thread " + id,
            () -> thread(id).map(IoThread::pool),
            next -> setPool(id, next));
    var serves = new Label();
    serves.setMaxWidth(150);
    serves.setMinWidth(30);
    serves.setTooltip(new Tooltip());
    form.follow(() -> {
      serves.setText(Served.by(form.domain(), id));
      serves.getTooltip().setText(Served.by(form.domain(), id));
    });
    var remove = new Button("", new FontIcon(Material2AL.CLOSE));
    remove.getStyleClass().addAll("flat", "form-remove");
    remove.setId("io-thread-" + id + "-remove");
    remove.setTooltip(
        new Tooltip("Take I/O thread " + id + " away; the main loop serves what it served"));
    remove.setAccessibleText("Take I/O thread " + id + " away");
    remove.setOnAction(event -> form.apply(new IoThreadEdit.RemoveIoThread(form.id(), id)));
    for (var node : new Node[] {name, serves}) {
      GridPane.setValignment(node, VPos.CENTER);
    }
    return new Node[] {name, pin, pool, serves, remove};
  }

  private void setPool(int id, ThreadPool pool) {
    form.apply(new IoThreadEdit.SetPool(form.id(), id, pool));
  }

  private Optional<IoThread> thread(int id) {
    return form.domain().ioThreads().stream().filter(io -> io.id() == id).findFirst();
  }
}
