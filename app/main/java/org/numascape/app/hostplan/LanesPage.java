package org.numascape.app.hostplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DesignEdit;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.topology.CpuSet;

/// The lanes: for whom CPUs and memory are kept from guests, the host's own first. A lane that
/// keeps nothing yet waits here until it keeps something.
final class LanesPage extends BorderPane {

  private final DesignStore store;
  private final ListView<Lane> list = new ListView<>();
  private final ScrollPane room = new ScrollPane();
  private Optional<Lane> draft = Optional.empty();
  private Optional<LaneForm> form = Optional.empty();
  private boolean filling;

  LanesPage(DesignStore store) {
    this.store = store;
    list.setId("lanes");
    list.setAccessibleText("Whom the host keeps something for. Delete takes one away.");
    list.setCellFactory(view -> new LaneCell());
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DELETE) {
        remove();
        event.consume();
      }
    });
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(lane -> {
          if (lane != null && !filling) {
            show(lane);
          }
        });
    room.setFitToWidth(true);
    room.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    room.getStyleClass().add("edge-to-edge");
    room.setFocusTraversable(false);
    var left = new BorderPane(list);
    left.setTop(head());
    left.setMinWidth(220);
    var both = new SplitPane(left, room);
    both.setDividerPositions(0.34);
    setCenter(both);
    new Live(store, this).follow(this::fill);
    list.getSelectionModel().select(0);
  }

  private Node head() {
    var add = button("add-lane", "Add", "Keep CPUs or memory for other software", Material2AL.ADD);
    add.setOnAction(event -> add(CpuSet.EMPTY));
    var remove =
        button(
            "remove-lane",
            "Remove",
            "Give everything it keeps back to guests; this can be undone  (Delete)",
            Material2AL.DELETE_OUTLINE);
    remove.setOnAction(event -> remove());
    remove.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    var row = new HBox(8, add, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("panel-head");
    return row;
  }

  private static Button button(String id, String words, String tip, Ikon icon) {
    var button = new Button(words, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    return button;
  }

  /// Gives the list the focus.
  void begin() {
    list.requestFocus();
  }

  /// Begins a lane for other software. It is in the design as soon as it keeps something.
  void add(CpuSet cpus) {
    var kept = store.design().keptCpus();
    var lane = new Lane(free(), LaneKind.SPDK, cpus.minus(kept), java.util.Map.of(), List.of());
    if (lane.keepsNothing()) {
      draft = Optional.of(lane);
      fill();
    } else {
      store.apply(new DesignEdit.KeepLane(lane));
    }
    select(lane.name());
    form.ifPresent(LaneForm::begin);
  }

  /// A name that no lane has.
  private String free() {
    String name = "SPDK";
    for (int number = 2; lane(name).isPresent(); number++) {
      name = "Software " + number;
    }
    return name;
  }

  private Optional<Lane> lane(String name) {
    return lanes().stream().filter(lane -> lane.name().equals(name)).findFirst();
  }

  private void remove() {
    var lane = list.getSelectionModel().getSelectedItem();
    if (lane == null) {
      return;
    }
    if (draft.filter(lane::equals).isPresent()) {
      draft = Optional.empty();
      fill();
    } else {
      store.apply(new DesignEdit.KeepLane(LaneForm.nothing(lane)));
    }
    list.getSelectionModel().select(0);
  }

  /// The host's own, those of the design, and one that keeps nothing yet.
  private List<Lane> lanes() {
    var all = new ArrayList<Lane>();
    var design = store.design();
    all.add(
        design
            .lane(Lane.HOST)
            .orElseGet(() -> new Lane(Lane.HOST, CpuSet.EMPTY, java.util.Map.of())));
    design.lanes().stream().filter(lane -> !lane.host()).forEach(all::add);
    draft.filter(lane -> design.lane(lane.name()).isEmpty()).ifPresent(all::add);
    return all;
  }

  private void fill() {
    var chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(Lane::name);
    var all = lanes();
    draft = draft.filter(all::contains);
    if (!list.getItems().equals(all)) {
      filling = true;
      list.getItems().setAll(all);
      filling = false;
      select(chosen.filter(name -> lane(name).isPresent()).orElse(Lane.HOST));
    }
  }

  private void select(String name) {
    lane(name)
        .ifPresent(lane -> {
          filling = true;
          list.getSelectionModel().select(lane);
          filling = false;
          show(lane);
        });
  }

  private void show(Lane lane) {
    if (form.filter(one -> one.shows(lane.name())).isPresent()) {
      form.get().refresh();
      return;
    }
    var made = new LaneForm(store, lane.name(), () -> lane(lane.name()), this::keep);
    form = Optional.of(made);
    room.setContent(made);
  }

  /// Puts a changed lane in place of the one of a name.
  private void keep(String name, Lane changed) {
    boolean waits = draft.filter(lane -> lane.name().equals(name)).isPresent();
    if (waits && changed.keepsNothing()) {
      draft = Optional.of(changed);
      fill();
    } else {
      if (waits) {
        draft = Optional.empty();
      }
      store.apply(LaneForm.edit(store.design(), name, changed));
      if (changed.keepsNothing() && !changed.host()) {
        draft = Optional.of(changed);
        fill();
      }
    }
    select(changed.name());
  }
}
