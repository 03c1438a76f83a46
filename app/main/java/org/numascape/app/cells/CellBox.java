package org.numascape.app.cells;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.Chooser;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.widget.EditField;
import org.numascape.design.CellEdit;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;

/// One cell as a box: its vCPUs, its memory, and what can be done with it.
final class CellBox extends VBox {

  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  /// With more chips than this, several vCPUs share one.
  private static final int MOST_CHIPS = 128;

  private final GuestForm form;
  private final int id;
  private final Carry carry;
  private final Label where = new Label();
  private final FlowPane chips = new FlowPane(4, 4);
  private final Label share = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final MenuButton split = menu("Split");
  private final MenuButton merge = menu("Merge");
  private final Button remove = new Button("Remove");
  private final EditField vcpus;
  private final EditField memory;
  private final Chooser<Optional<MemoryAccess>> access;
  private final Chooser<Optional<Boolean>> discard;
  private Map<CpuSet, VcpuChip> shown = Map.of();

  CellBox(GuestForm form, int id, Carry carry) {
    this.form = form;
    this.id = id;
    this.carry = carry;
    setId("cell-" + id);
    getStyleClass().add("cell-box");
    vcpus =
        form.text(
            "cell-" + id + "-vcpus",
            "vCPUs of cell " + id + ", such as 0-3,8",
            "none",
            () -> cell().vcpus().toString(),
            this::setVcpus);
    memory =
        form.text(
            "cell-" + id + "-memory",
            "Memory of cell " + id + ", such as 8 GiB",
            "",
            () -> SizeText.of(cell().memoryKib()),
            this::setMemory);
    access =
        new Chooser<>(
            "cell-" + id + "-access",
            "Whether other processes may map the memory of cell " + id,
            List.of(
                new Choice<>(Optional.empty(), "as the rest"),
                new Choice<>(Optional.of(MemoryAccess.SHARED), "shared"),
                new Choice<>(Optional.of(MemoryAccess.PRIVATE), "private")),
            () -> cell().access(),
            value -> form.apply(new CellEdit.SetAccess(form.id(), id, value)));
    discard =
        new Chooser<>(
            "cell-" + id + "-discard",
            "What becomes of the memory of cell " + id + " at shutdown",
            List.of(
                new Choice<>(Optional.empty(), "as the rest"),
                new Choice<>(Optional.of(true), "thrown away"),
                new Choice<>(Optional.of(false), "written back")),
            () -> cell().discard(),
            value -> form.apply(new CellEdit.SetDiscard(form.id(), id, value)));
    getChildren().addAll(head(), chips, line("vCPUs", vcpus), memoryLine(), words(), foot());
    targets();
  }

  private GuestCell cell() {
    var cells = form.domain().memoryCells();
    return cells.get(Math.min(id, cells.size() - 1));
  }

  private Node head() {
    var name = new Label("Cell " + id);
    name.getStyleClass().add("cell-name");
    name.setMinWidth(USE_PREF_SIZE);
    where.getStyleClass().addAll("muted", "small-text");
    where.setTooltip(new Tooltip());
    where.setMinWidth(0);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(8, name, gap, where);
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private static Node line(String label, EditField field) {
    field.input().setPrefColumnCount(10);
    HBox.setHgrow(field.input(), Priority.ALWAYS);
    var line = new HBox(8, key(label), field.input());
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(2, line, field.mistake());
  }

  private static Label key(String words) {
    var key = new Label(words);
    key.getStyleClass().addAll("muted", "small-text", "cell-key");
    return key;
  }

  private Node memoryLine() {
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setFocusTraversable(false);
    HBox.setHgrow(bar, Priority.ALWAYS);
    share.getStyleClass().addAll("muted", "small-text");
    share.setMinWidth(USE_PREF_SIZE);
    var shares = new HBox(8, bar, share);
    shares.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, line("Memory", memory), shares);
  }

  private Node words() {
    for (var box : List.of(access, discard)) {
      box.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(box, Priority.ALWAYS);
    }
    var first = new HBox(8, key("Access"), access);
    var second = new HBox(8, key("At the end"), discard);
    first.setAlignment(Pos.CENTER_LEFT);
    second.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, first, second);
  }

  private Node foot() {
    split.setId("cell-" + id + "-split");
    merge.setId("cell-" + id + "-merge");
    remove.setId("cell-" + id + "-remove");
    remove.getStyleClass().add("flat");
    remove.setTooltip(
        new Tooltip("Takes the cell and its memory away; its vCPUs go to the cell before"));
    remove.setOnAction(event -> form.apply(new CellEdit.Remove(form.id(), id)));
    split.setTooltip(new Tooltip("Several cells of the same size, core by core"));
    merge.setTooltip(new Tooltip("One cell with the vCPUs and the memory of both"));
    for (int parts : List.of(2, 3, 4, 6, 8)) {
      var item = new MenuItem("into " + parts);
      item.setId("cell-" + id + "-split-" + parts);
      item.setOnAction(event -> form.apply(new CellEdit.Split(form.id(), id, parts)));
      split.getItems().add(item);
    }
    var foot = new HBox(6, split, merge, remove);
    foot.getStyleClass().add("cell-foot");
    return foot;
  }

  private static MenuButton menu(String words) {
    var button = new MenuButton(words);
    button.getStyleClass().add("flat");
    return button;
  }

  /// vCPUs that come to it leave their cell, and those that are left out go to cell 0, where
  /// libvirt puts whoever is in none.
  private void setVcpus(String typed) {
    var wanted = typed.isEmpty() ? CpuSet.EMPTY : CpuSet.parse(typed);
    var all = CpuSet.range(0, form.domain().vcpus().maximum() - 1);
    if (!all.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "the guest has vCPUs " + all + ", so not " + wanted.minus(all));
    }
    var cells = new ArrayList<GuestCell>();
    var lost = cell().vcpus().minus(wanted);
    if (id == 0 && !lost.isEmpty()) {
      throw new IllegalArgumentException(
          "a vCPU that is in no cell is in cell 0; give " + lost + " to another cell instead");
    }
    for (var one : form.domain().memoryCells()) {
      var left = one.vcpus().minus(wanted).minus(lost);
      cells.add(one.withVcpus(one.id() == id ? wanted : one.id() == 0 ? left.or(lost) : left));
    }
    form.apply(new CellEdit.SetCells(form.id(), cells));
  }

  private void setMemory(String typed) {
    long kib = SizeText.kib(typed);
    if (form.domain().cells().isEmpty()) {
      throw new IllegalArgumentException(
          "the guest has no cells: its memory is set on the page Memory");
    }
    form.apply(new CellEdit.Resize(form.id(), id, kib));
  }

  private void targets() {
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_ENTERED,
        event -> {
          pseudoClassStateChanged(TARGET, carry.busy());
          carry.over(id);
        });
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_EXITED,
        event -> {
          pseudoClassStateChanged(TARGET, false);
          carry.away();
        });
    // A filter: fields and lists in the box keep the pointer's events to themselves.
    addEventFilter(MouseDragEvent.MOUSE_DRAG_RELEASED, event -> carry.drop(id));
    setOnMouseClicked(event -> form.store().select(List.of(new Item.Cell(form.id(), id))));
  }

  /// Follows the design.
  void refresh() {
    var cell = cell();
    var domain = form.domain();
    boolean real = !domain.cells().isEmpty();
    where.setText(real ? placed() : "the guest has no cells");
    where.getTooltip().setText(where.getText());
    vcpus.refresh();
    memory.refresh();
    double total = Math.max(1, domain.memoryKib());
    bar.setProgress(cell.memoryKib() / total);
    share.setText(Math.round(100 * cell.memoryKib() / total) + " %");
    bar.setAccessibleText(share.getText() + " of the guest's memory");
    access.refresh();
    discard.refresh();
    access.setDisable(!real);
    discard.setDisable(!real);
    remove.setDisable(!real);
    merge.setDisable(domain.cells().size() < 2);
    merges(domain.cells());
    chips(cell);
  }

  private String placed() {
    return form.domain().numaTune().bindingOf(id).map(CellBox::words).orElse("bound nowhere");
  }

  private static String words(MemoryBinding binding) {
    return (binding.nodes().size() == 1 ? "node " : "nodes ")
        + binding.nodes()
        + ", "
        + binding.mode().word();
  }

  private void merges(List<GuestCell> cells) {
    if (merge.getItems().size() == cells.size()) {
      return;
    }
    merge.getItems().clear();
    for (var other : cells) {
      if (other.id() != id) {
        var item = new MenuItem("with cell " + other.id());
        item.setId("cell-" + id + "-merge-" + other.id());
        item.setOnAction(
            event -> form.apply(new CellEdit.Merge(form.id(), CpuSet.of(id, other.id()))));
        merge.getItems().add(item);
      }
    }
    var all = new MenuItem("with all others");
    all.setOnAction(
        event -> form.apply(new CellEdit.Merge(form.id(), CpuSet.range(0, cells.size() - 1))));
    merge.getItems().add(all);
  }

  private void chips(GuestCell cell) {
    var next = new LinkedHashMap<CpuSet, VcpuChip>();
    for (var group : groups(cell.vcpus())) {
      var old = shown.get(group);
      next.put(group, old == null ? new VcpuChip(form, id, group, carry) : old);
    }
    shown = next;
    if (next.isEmpty()) {
      chips.getChildren().setAll(key("memory only, no vCPU"));
    } else if (!chips.getChildren().equals(List.copyOf(next.values()))) {
      chips.getChildren().setAll(next.values());
    }
  }

  /// vCPUs that share a chip: one by one, or as many as it takes to keep the chips few, those of a
  /// guest core together.
  private List<CpuSet> groups(CpuSet vcpus) {
    int all = form.domain().vcpus().maximum();
    int threads = form.domain().topology().map(shape -> shape.threads()).orElse(1);
    int size = 1;
    while (all > MOST_CHIPS * size) {
      size = size == 1 ? Math.max(2, threads) : size * 2;
    }
    var groups = new LinkedHashMap<Integer, CpuSet>();
    for (int vcpu : vcpus.stream().toArray()) {
      groups.merge(vcpu / size, CpuSet.of(vcpu), CpuSet::or);
    }
    return List.copyOf(groups.values());
  }

  /// Its chips, in the order of their numbers.
  List<VcpuChip> chips() {
    return List.copyOf(shown.values());
  }
}
