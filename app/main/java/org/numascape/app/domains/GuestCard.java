package org.numascape.app.domains;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.analysis.Analysis;
import org.numascape.app.cost.WhyCost;
import org.numascape.app.theme.GuestColours;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.GuestWords;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;

/// One guest with every part of it that can be placed.
///
/// Parts are built once and then follow the store; they are built anew only when the guest gets
/// other parts, so that a chip outlives the drag it began.
final class GuestCard extends HBox {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int FOLDED_FROM = 65;
  private static final int ROW = 32;

  private final Desk desk;
  private final DomainId id;
  private final ObservableDoubleValue room;
  private final VBox content = new VBox();
  private final Label summary = new Label();
  private final List<Node> handles = new ArrayList<>();
  private List<Item> parts = List.of();

  /// A card of a guest; `room` is the width it may fill, which decides where chips wrap.
  GuestCard(DomainId id, Desk desk, ObservableDoubleValue room) {
    this.id = id;
    this.desk = desk;
    this.room = room;
    getStyleClass().add("guest-card");
    var bar = new Region();
    bar.getStyleClass().add("guest-bar");
    content.getStyleClass().add("card-content");
    HBox.setHgrow(content, Priority.ALWAYS);
    content.setMinWidth(0);
    summary.getStyleClass().addAll("muted", "small-text");
    summary.setTooltip(new Tooltip());
    getChildren().addAll(bar, content);
    addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    setOnMouseClicked(this::clicked);
    setOnContextMenuRequested(event -> {
      new CardMenu(id, desk.store(), desk.requests().menu().apply(id))
          .show(this, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    new CardKeys(this, desk).install();
    refresh();
  }

  DomainId id() {
    return id;
  }

  /// Everything in it that can be focused, in reading order.
  List<Node> handles() {
    return List.copyOf(handles);
  }

  /// Follows the store.
  void refresh() {
    desk.store().shown().get().design().guest(id).ifPresent(this::show);
  }

  /// Follows the problems, which change nothing but the badge.
  void judge() {
    var facts = desk.store().shown().get();
    facts
        .design()
        .guest(id)
        .ifPresent(guest -> {
          for (var handle : handles) {
            if (handle instanceof CardHeader header) {
              judge(header, guest, facts);
            }
          }
        });
  }

  private void judge(CardHeader header, Guest guest, Analysis facts) {
    header.show(guest, Health.of(facts, desk.store().problems().get(), id));
  }

  /// Builds the parts anew.
  void rebuild() {
    parts = List.of();
    refresh();
  }

  private void show(Guest guest) {
    var facts = desk.store().shown().get();
    var selection = desk.store().selection().get();
    var now = GuestWords.parts(guest);
    if (!now.equals(parts)) {
      parts = now;
      build(guest);
    }
    setStyle(GuestColours.style(guest.colour(), desk.view().dark().get()));
    pseudoClassStateChanged(
        CHOSEN,
        selection.stream()
            .anyMatch(item -> item instanceof Item.OfGuest of && of.domain().equals(id)));
    summary.setText(GuestWords.summary(guest.wanted(), facts.host()));
    summary.getTooltip().setText(summary.getText());
    for (var handle : handles) {
      switch (handle) {
        case Chip chip -> chip.show(facts, selection);
        case VcpuRow row -> row.show(facts, selection);
        case CellHeader cell -> cell.show(facts, selection);
        case CardHeader header -> judge(header, guest, facts);
        default -> throw new IllegalStateException("no handle: " + handle);
      }
    }
  }

  /// What is behind the badge: the guest's worst problem, else why its accesses cost what they do.
  private void explain(Node badge) {
    var problem =
        desk.store().problems().get().stream()
            .filter(one -> one.domain().filter(id::equals).isPresent())
            .findFirst();
    if (problem.isPresent()) {
      desk.view().asked().set(problem);
    } else {
      WhyCost.beside(badge, desk.store(), desk.view(), id);
    }
  }

  private void build(Guest guest) {
    handles.clear();
    var header = new CardHeader(guest);
    header.onAsked(this::explain);
    content.getChildren().setAll(handle(header), summary);
    for (var cell : guest.wanted().memoryCells()) {
      content.getChildren().add(handle(new CellHeader(new Item.Cell(id, cell.id()), cell)));
      addVcpus(cell);
    }
    var others = flow();
    others.getChildren().add(handle(new Chip(new Item.Emulator(id), "emulator", "thread")));
    guest
        .wanted()
        .ioThreads()
        .forEach(io ->
            others
                .getChildren()
                .add(handle(new Chip(new Item.IoThread(id, io.id()), "io" + io.id(), "thread"))));
    guest
        .wanted()
        .devices()
        .forEach(device ->
            others
                .getChildren()
                .add(
                    handle(
                        new Chip(
                            new Item.Device(id, device.address()),
                            DeviceName.of(desk.store().design().host(), device.address()).words(),
                            "device"))));
    content.getChildren().add(others);
  }

  private void addVcpus(GuestCell cell) {
    var vcpus = cell.vcpus().stream().mapToObj(vcpu -> new Item.Vcpu(id, vcpu)).toList();
    if (vcpus.size() < FOLDED_FROM) {
      content.getChildren().add(chips(vcpus));
      return;
    }
    for (int from = 0; from < vcpus.size(); from += ROW) {
      var some = vcpus.subList(from, Math.min(from + ROW, vcpus.size()));
      boolean open = desk.unfolded().contains(some.getFirst());
      content.getChildren().add(handle(new VcpuRow(some, open)));
      if (open) {
        content.getChildren().add(chips(some));
      }
    }
  }

  private FlowPane chips(List<Item.Vcpu> vcpus) {
    var flow = flow();
    vcpus.forEach(vcpu ->
        flow.getChildren().add(handle(new Chip(vcpu, Integer.toString(vcpu.vcpu()), "vcpu"))));
    return flow;
  }

  private FlowPane flow() {
    var flow = new FlowPane(4, 4);
    flow.prefWrapLengthProperty()
        .bind(javafx.beans.binding.Bindings.createDoubleBinding(() -> room.get() - 62, room));
    flow.setMinWidth(0);
    return flow;
  }

  private <N extends Node & Handle> N handle(N node) {
    handles.add(node);
    desk.carrying().install(node, node.items());
    node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> node.requestFocus());
    node.setOnMouseClicked(event -> {
      if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
        return;
      }
      if (node instanceof VcpuRow row && !event.isShortcutDown()) {
        fold(row);
      } else if (event.getClickCount() == 1) {
        desk.picking().click(node.items().getFirst(), event);
      }
      if (event.getClickCount() == 1) {
        event.consume();
      }
    });
    return node;
  }

  /// Shows or hides the chips of a folded row.
  void fold(VcpuRow row) {
    if (row.items().getFirst() instanceof Item.Vcpu first) {
      if (!desk.unfolded().remove(first)) {
        desk.unfolded().add(first);
      }
      rebuild();
      handles.stream()
          .filter(node -> row.getId().equals(node.getId()))
          .findFirst()
          .ifPresent(Node::requestFocus);
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    if (event.getClickCount() == 2) {
      desk.requests().flyTo().accept(new Item.WholeGuest(id));
    } else if (event.getClickCount() == 1) {
      desk.picking().click(new Item.WholeGuest(id), event);
    }
    event.consume();
  }
}
