package org.numascape.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.numascape.design.IoThreadEdit;
import org.numascape.domain.Controller;
import org.numascape.domain.Disk;
import org.numascape.domain.IoThread;

/// A line for each disk and SCSI controller: which threads serve it.
final class ServedRows extends VBox {

  private final GuestForm form;
  private final GridPane rows = new GridPane(12, 6);
  private List<Object> shown = List.of("nothing yet");

  ServedRows(GuestForm form) {
    super(8);
    this.form = form;
    setId("served");
    getChildren()
        .addAll(
            rows,
            GuestForm.words(
                "virtio disks choose for themselves, several threads each from libvirt 10.0 on;"
                    + " disks on virtio-scsi go with their controller; all others are served by the"
                    + " main loop."));
    form.follow(this::show);
  }

  private void show() {
    var hardware = form.domain().hardware();
    var now = new ArrayList<Object>(hardware.disks());
    now.addAll(hardware.controllers());
    now.addAll(form.domain().ioThreads().stream().map(IoThread::id).toList());
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    rows.getChildren().clear();
    hardware.disks().forEach(this::add);
    hardware.controllers().stream().filter(Served::possible).forEach(this::add);
    if (rows.getChildren().isEmpty()) {
      rows.add(GuestForm.words("The guest has no disks."), 0, 0);
    }
  }

  private void add(Disk disk) {
    var what = new Label(disk.target());
    what.setMinWidth(70);
    Node who =
        Served.possible(disk)
            ? threads(
                "serve-" + disk.target(),
                disk.target(),
                disk.ioThreads(),
                true,
                ids -> form.apply(new IoThreadEdit.ServeDisk(form.id(), disk.target(), ids)))
            : muted("the main loop");
    rows.addRow(rows.getRowCount(), what, who, source(disk));
  }

  private void add(Controller bus) {
    int index = bus.index().orElse(0);
    var now = bus.ioThread().stream().boxed().toList();
    rows.addRow(
        rows.getRowCount(),
        new Label("SCSI " + index),
        threads(
            "serve-scsi-" + index,
            "SCSI controller " + index,
            now,
            false,
            ids ->
                form.apply(
                    new IoThreadEdit.ServeController(
                        form.id(),
                        index,
                        ids.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ids.getLast())))),
        muted("virtio-scsi controller with all its disks"));
  }

  private static Label source(Disk disk) {
    return muted(disk.bus() + (disk.source().isEmpty() ? "" : " · " + disk.source()));
  }

  private static Label muted(String words) {
    var label = new Label(words);
    label.getStyleClass().add("muted");
    label.setMinWidth(40);
    label.setTooltip(new Tooltip(words));
    return label;
  }

  /// A button with the threads to choose from.
  private MenuButton threads(
      String id, String what, List<Integer> now, boolean several, Consumer<List<Integer>> take) {
    var button = new MenuButton(Served.who(now));
    button.setId(id);
    button.setMinWidth(150);
    button.setTooltip(new Tooltip("Who serves " + what));
    button.setAccessibleText(what + " is served by " + Served.who(now));
    var main = new RadioMenuItem("the main loop");
    main.setId(id + "-main");
    main.setSelected(now.isEmpty());
    main.setOnAction(event -> take.accept(List.of()));
    button.getItems().add(main);
    for (var thread : form.domain().ioThreads()) {
      var item = new CheckMenuItem("I/O thread " + thread.id());
      item.setId(id + "-" + thread.id());
      item.setSelected(now.contains(thread.id()));
      item.setOnAction(event -> take.accept(toggled(now, thread.id(), several)));
      button.getItems().add(item);
    }
    return button;
  }

  private static List<Integer> toggled(List<Integer> now, int thread, boolean several) {
    var next = new ArrayList<>(several ? now : List.<Integer>of());
    if (now.contains(thread)) {
      next.remove(Integer.valueOf(thread));
    } else {
      next.add(thread);
    }
    next.sort(Integer::compare);
    return next;
  }
}
