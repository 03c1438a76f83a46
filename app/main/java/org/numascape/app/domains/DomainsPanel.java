package org.numascape.app.domains;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.design.Design;
import org.numascape.design.DomainId;

/// The guests of the design, one card each. Parts are dragged from here onto the picture; what is
/// dragged from the picture to here is unpinned.
public final class DomainsPanel extends VBox {

  private static final PseudoClass RECEIVING = PseudoClass.getPseudoClass("receiving");

  private final DesignStore store;
  private final DragState drag;
  private final Desk desk;
  private final ListView<Entry> list = new ListView<>();
  private final Set<CardRow> rows = new HashSet<>();
  private final Label count = new Label();
  private Optional<DomainId> shownGuest = Optional.empty();

  /// A panel on a store; `requests` are answered by the window.
  public DomainsPanel(DesignStore store, ViewState view, DragState drag, Requests requests) {
    this.store = store;
    this.drag = drag;
    this.desk = Desk.of(store, view, drag, requests);
    setId("domains");
    getStyleClass().addAll("side-panel", "domains-panel");
    setMinWidth(170);
    list.setId("guest-list");
    list.setFocusTraversable(false);
    list.getStyleClass().add("guest-list");
    list.setAccessibleText("Virtual machines");
    list.setCellFactory(of -> row());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::toNextCard);
    var empty = emptyState(requests);
    var stack = new StackPane(list, empty);
    VBox.setVgrow(stack, Priority.ALWAYS);
    getChildren().addAll(title(requests), stack);
    takeDropsFromPicture();

    store.history().subscribe(history -> listGuests(history.present(), empty));
    store.shown().subscribe(facts -> refresh());
    store
        .problems()
        .subscribe(problems -> rows.forEach(row -> row.card().ifPresent(GuestCard::judge)));
    store.selection().subscribe(items -> refresh());
    store.selection().subscribe(items -> reveal());
    view.dark().subscribe(dark -> refresh());
  }

  private HBox title(Requests requests) {
    var title = new Label("Virtual machines");
    title.getStyleClass().add("panel-title");
    count.getStyleClass().addAll("muted", "small-text");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var add = new Hyperlink("+ XML");
    add.setId("add-guests");
    add.setTooltip(new Tooltip("Add guests from domain XML files"));
    add.setAccessibleText("Add guests from domain XML files");
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setOnAction(event -> {
      add.setVisited(false);
      requests.addGuests().run();
    });
    var make = new Hyperlink("+ New");
    make.setId("new-guest-link");
    make.setTooltip(new Tooltip("Make a virtual machine from a template or after another"));
    make.setAccessibleText(make.getTooltip().getText());
    make.setMinWidth(Region.USE_PREF_SIZE);
    make.setOnAction(event -> {
      make.setVisited(false);
      requests.newGuest().run();
    });
    var bar = new HBox(4, title, count, gap, make, add);
    bar.getStyleClass().add("panel-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private static VBox emptyState(Requests requests) {
    var title = new Label("No virtual machines yet");
    title.getStyleClass().add("panel-title");
    var words =
        new Label(
            "Connect to a libvirt host and its guests appear here, or add the XML that"
                + " “virsh dumpxml” writes. Files can be dropped anywhere on the window.");
    words.setWrapText(true);
    words.getStyleClass().add("muted");
    var add = new Button("Add domain XML…");
    add.setId("add-first-guests");
    add.setOnAction(event -> requests.addGuests().run());
    var make = new Button("New virtual machine…");
    make.setId("make-first-guest");
    make.setOnAction(event -> requests.newGuest().run());
    var box = new VBox(10, title, words, add, make);
    box.setId("no-guests");
    box.getStyleClass().add("empty-state");
    return box;
  }

  private CardRow row() {
    var row = new CardRow(desk, list.widthProperty());
    rows.add(row);
    return row;
  }

  private void listGuests(Design design, VBox empty) {
    var entries = new ArrayList<Entry>();
    design.guests().forEach(guest -> entries.add(new Entry.OfGuest(guest.id())));
    boolean none = entries.isEmpty();
    entries.add(new Entry.DropZone());
    if (!entries.equals(list.getItems())) {
      list.getItems().setAll(entries);
    }
    count.setText(none ? "" : Integer.toString(design.guests().size()));
    list.setVisible(!none);
    empty.setVisible(none);
  }

  private void refresh() {
    rows.forEach(row -> row.card().ifPresent(GuestCard::refresh));
  }

  /// Scrolls to the card of a guest that was selected elsewhere, where it is out of sight.
  private void reveal() {
    var guest = store.selectedGuest();
    if (guest.equals(shownGuest)) {
      return;
    }
    shownGuest = guest;
    guest.ifPresent(id -> bringIntoSight(new Entry.OfGuest(id)));
  }

  private void bringIntoSight(Entry entry) {
    int index = list.getItems().indexOf(entry);
    if (index >= 0 && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollTo(index);
    }
  }

  /// Down from the last line of a card goes to the next card, up from the first to the one before.
  private void toNextCard(KeyEvent event) {
    boolean arrow =
        event.getCode() == KeyCode.DOWN
            || event.getCode() == KeyCode.UP
            || event.getCode() == KeyCode.LEFT
            || event.getCode() == KeyCode.RIGHT;
    if (!arrow) {
      return;
    }
    boolean forward = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.RIGHT;
    rows.stream()
        .flatMap(row -> row.card().stream())
        .filter(card -> card.handles().contains(event.getTarget()))
        .findFirst()
        .ifPresent(card -> focusCard(card.id(), forward));
    event.consume();
  }

  private void focusCard(DomainId from, boolean forward) {
    int index = list.getItems().indexOf(new Entry.OfGuest(from)) + (forward ? 1 : -1);
    if (index < 0 || !(list.getItems().get(index) instanceof Entry.OfGuest next)) {
      return;
    }
    bringIntoSight(next);
    Platform.runLater(() ->
        rows.stream()
            .filter(row -> row.getIndex() == index)
            .flatMap(row -> row.card().stream())
            .filter(card -> card.id().equals(next.id()))
            .map(GuestCard::handles)
            .map(handles -> forward ? handles.getFirst() : handles.getLast())
            .findFirst()
            .ifPresent(node -> node.requestFocus()));
  }

  private void takeDropsFromPicture() {
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_ENTERED,
        event -> {
          if (fromPicture()) {
            pseudoClassStateChanged(RECEIVING, true);
            drag.overPanel();
          }
        });
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_EXITED,
        event -> {
          pseudoClassStateChanged(RECEIVING, false);
          if (fromPicture()) {
            drag.over(Optional.empty(), false);
          }
        });
    // A filter, as the list keeps events of the mouse to itself.
    addEventFilter(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        event -> {
          pseudoClassStateChanged(RECEIVING, false);
          if (fromPicture()) {
            drag.drop();
          }
        });
  }

  private boolean fromPicture() {
    return drag.active() && !desk.carrying().underWay();
  }
}
