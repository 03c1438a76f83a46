package org.numascape.app.hostplan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.numascape.analysis.Analysis;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.CpuSetField;
import org.numascape.app.widget.EditField;
import org.numascape.design.Design;
import org.numascape.design.DesignEdit;
import org.numascape.design.Edit;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.topology.CpuSet;

/// What one lane keeps, to be changed: its name and kind, CPUs, memory and huge pages by node.
final class LaneForm extends VBox {

  private final DesignStore store;
  private final String name;
  private final Supplier<Optional<Lane>> lane;
  private final BiConsumer<String, Lane> keep;
  private final Live live;
  private final Optional<CpuSetField> cpus;

  /// @param name the lane's name now
  /// @param lane the lane; empty once it is gone
  /// @param keep puts a changed lane in place of the one of a name
  LaneForm(
      DesignStore store,
      String name,
      Supplier<Optional<Lane>> lane,
      BiConsumer<String, Lane> keep) {
    this.store = store;
    this.name = name;
    this.lane = lane;
    this.keep = keep;
    live = new Live(store, this);
    getStyleClass().add("plan-form");
    if (name.equals(Lane.HOST)) {
      add(
          words(
              "What the host needs for itself: kernel, libvirt, ssh, monitoring, and the emulator"
                  + " threads of guests that are pinned here."));
    } else {
      title();
    }
    var field = cpuField();
    cpus = Optional.of(field);
    row("CPUs", field);
    add(occupants());
    section("Memory and huge pages, node by node");
    add(new LaneMemory(live, this::lane, this::keep));
  }

  private void add(Node node) {
    getChildren().add(node);
  }

  private static Label words(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("muted");
    return label;
  }

  private void section(String title) {
    var label = new Label(title);
    label.getStyleClass().add("plan-section");
    add(label);
  }

  private void row(String words, Node control) {
    var label = new Label(words);
    label.setMinWidth(90);
    add(new VBox(3, label, control));
  }

  /// Whether this is the form of a lane.
  boolean shows(String lane) {
    return lane.equals(name);
  }

  /// Gives the first field the focus.
  void begin() {
    cpus.ifPresent(field -> field.input().requestFocus());
  }

  /// Follows the design.
  void refresh() {
    live.run();
  }

  private Lane lane() {
    return lane.get().orElseGet(() -> new Lane(name, CpuSet.EMPTY, Map.of()));
  }

  private void keep(Lane changed) {
    if (!changed.equals(lane())) {
      keep.accept(name, changed);
    }
  }

  private void title() {
    var field =
        new EditField(
            "lane-name", "name", "What people call it, such as SPDK", () -> name, this::rename);
    live.follow(field::refresh);
    row("Name", new VBox(2, field.input(), field.mistake()));
    var kind = new ComboBox<LaneKind>();
    kind.setId("lane-kind");
    kind.setAccessibleText("Kind of software");
    kind.setItems(
        FXCollections.observableArrayList(
            LaneKind.SPDK, LaneKind.DPDK, LaneKind.STORAGE, LaneKind.CONTAINERS, LaneKind.OTHER));
    kind.setConverter(new Titles());
    live.follow(() -> kind.setValue(lane().kind()));
    kind.setOnAction(event -> {
      var chosen = kind.getValue();
      if (chosen != null) {
        keep(lane().withKind(chosen));
      }
    });
    row("Kind", kind);
    var polling = words("");
    live.follow(() ->
        polling.setText(
            lane().kind().polling()
                ? "Its threads poll all the time: give it whole cores, on the node of its devices."
                : "Its threads sleep between their work: it may share cores with the host."));
    add(polling);
  }

  private static final class Titles extends StringConverter<LaneKind> {
    @Override
    public String toString(@Nullable LaneKind kind) {
      return kind == null ? "" : kind.title();
    }

    @Override
    public LaneKind fromString(String title) {
      return LaneKind.OTHER;
    }
  }

  private Optional<String> rename(String typed) {
    if (typed.isBlank()) {
      return Optional.of("A lane needs a name");
    }
    if (typed.equals(Lane.HOST) || store.design().lane(typed).isPresent()) {
      return Optional.of("Another one is called " + typed);
    }
    keep.accept(name, lane().named(typed));
    return Optional.empty();
  }

  private CpuSetField cpuField() {
    var field =
        CpuSetField.cpus(
            "lane-cpus",
            "no CPU",
            "CPUs it keeps, such as 0-1,32-33",
            live::facts,
            () -> lane().cpus(),
            set -> keep(lane().withCpus(set)),
            this::taken);
    live.follow(field::refresh);
    return field;
  }

  /// Two lanes cannot have one CPU.
  private Optional<String> taken(CpuSet set) {
    return store.design().lanes().stream()
        .filter(other -> !other.name().equals(name) && other.cpus().intersects(set))
        .findFirst()
        .map(other -> {
          var both = other.cpus().and(set);
          return (both.size() == 1 ? "CPU " : "CPUs ")
              + both
              + (both.size() == 1 ? " is kept for " : " are kept for ")
              + (other.host() ? "the host" : other.name());
        });
  }

  /// Who is pinned to what the lane keeps.
  private Label occupants() {
    var label = words("");
    label.setId("lane-occupants");
    label.getStyleClass().add("warning-words");
    live.follow(() -> {
      String names = occupants(live.facts(), lane().cpus());
      boolean host = name.equals(Lane.HOST);
      label.setText(
          names.isEmpty() || host ? "" : "Pinned here as well: " + names + ". Move them away.");
      label.setVisible(!label.getText().isEmpty());
      label.setManaged(label.isVisible());
    });
    return label;
  }

  private static String occupants(Analysis facts, CpuSet cpus) {
    return cpus.stream()
        .boxed()
        .flatMap(cpu -> facts.occupancy().seatsOn(cpu).stream())
        .filter(seat -> seat.hold().pinned())
        .flatMap(seat -> facts.design().guest(seat.who().domain()).stream())
        .map(guest -> guest.name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// A lane of that name that keeps nothing.
  static Lane nothing(Lane lane) {
    return new Lane(lane.name(), lane.kind(), CpuSet.EMPTY, Map.of(), List.of());
  }

  /// The edit that puts a changed lane in place of the one of a name, under its new name if it has
  /// one.
  static Edit edit(Design design, String name, Lane changed) {
    var old = design.lane(name);
    if (changed.name().equals(name) || old.isEmpty()) {
      return new DesignEdit.KeepLane(changed);
    }
    return new Edit.Together(
        "Rename " + name + " to " + changed.name(),
        List.of(new DesignEdit.KeepLane(nothing(old.get())), new DesignEdit.KeepLane(changed)));
  }
}
