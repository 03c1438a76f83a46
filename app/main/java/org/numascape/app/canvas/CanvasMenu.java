package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.DesignEdit;
import org.numascape.design.Item;
import org.numascape.drawing.Colouring;
import org.numascape.drawing.Gesture;
import org.numascape.placement.Unpin;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;

/// What can be done with a box of the picture.
final class CanvasMenu extends ContextMenu {

  private static final int LONGEST = 28;

  private final TopologyCanvas canvas;
  private final DesignStore store;
  private final ViewState view;
  private final Folds folds;
  private Consumer<CpuSet> given = cpus -> {};

  CanvasMenu(TopologyCanvas canvas, DesignStore store, ViewState view, Folds folds) {
    this.canvas = canvas;
    this.store = store;
    this.view = view;
    this.folds = folds;
    setId("canvas-menu");
    setAutoHide(true);
  }

  /// Hears which CPUs somebody wants to give to other software.
  void whenGiven(Consumer<CpuSet> listener) {
    given = listener;
  }

  /// Opens on what lies somewhere, topmost first, or on the host as a whole.
  void open(List<Item> under, Point2D screen) {
    var item = under.stream().findFirst();
    getItems().setAll(item.map(this::of).orElseGet(List::of));
    if (item.isPresent()) {
      getItems().add(new SeparatorMenuItem());
    }
    getItems().addAll(ofHost());
    show(canvas, screen.getX(), screen.getY());
  }

  private List<MenuItem> of(Item item) {
    var items = new ArrayList<MenuItem>();
    var inside = Inside.of(store.shown().get(), item);
    var select =
        item("select-inside", "Select everything inside", () -> store.select(inside.threads()));
    select.setDisable(inside.threads().isEmpty());
    items.add(select);
    if (Gesture.isMovable(item)) {
      items.add(
          item(
              "place-here",
              "Place by keyboard",
              "P",
              () -> {
                store.select(List.of(item));
                canvas.placeByKeyboard();
              }));
    }
    var threads = item instanceof Item.OfGuest ? List.of(item) : inside.threads();
    Unpin.of(store.design(), threads)
        .ifPresent(edit -> items.add(item("unpin-here", unpin(item), () -> store.apply(edit))));
    folds
        .state(item)
        .ifPresent(folded ->
            items.add(
                item(
                    "fold-here",
                    folded ? "Unfold alike parts" : "Fold alike parts",
                    "F",
                    () -> folds.toggle(Set.of(item)))));
    items.add(item("zoom-to", "Zoom to it", () -> canvas.flyTo(item)));
    var distance =
        item(
            "colour-from-here",
            "Colour by distance from here",
            () -> node(item).ifPresent(id -> view.colouring().set(new Colouring.ByDistance(id))));
    distance.setDisable(node(item).isEmpty() || store.design().host().nodes().size() < 2);
    items.add(distance);
    String cpus = inside.cpus().toString();
    var copy = item("copy-cpus", "Copy its CPUs: " + shortened(cpus), () -> copy(cpus));
    copy.setDisable(inside.cpus().isEmpty());
    items.add(copy);
    items.addAll(keeping(inside.cpus()));
    items.add(
        item(
            "properties",
            "Properties",
            () -> {
              store.select(List.of(item));
              view.panels().set(true);
            }));
    return items;
  }

  /// Keeps CPUs from guests, or gives them back.
  private List<MenuItem> keeping(CpuSet cpus) {
    var design = store.design();
    var host =
        item(
            "keep-for-host",
            "Reserve for the host",
            () -> store.apply(DesignEdit.reserve(design, cpus)));
    host.setDisable(cpus.minus(design.keptCpus()).isEmpty());
    var software = item("keep-for-software", "Give to software…", () -> given.accept(cpus));
    software.setDisable(cpus.minus(design.keptCpus()).isEmpty());
    var release =
        item(
            "release-here",
            "Let guests have it again",
            () -> store.apply(DesignEdit.release(design, cpus)));
    release.setDisable(!design.keptCpus().intersects(cpus));
    return List.of(host, software, release);
  }

  private List<MenuItem> ofHost() {
    boolean legend = view.legend().get();
    return List.of(
        item("fit-here", "Fit to window", "Shortcut+0", canvas::fit),
        item(
            "legend-here",
            legend ? "Hide the legend" : "Show the legend",
            "K",
            () -> view.legend().set(!legend)),
        item("copy-whole", "Copy the whole picture", canvas::copyPicture));
  }

  private static String unpin(Item item) {
    return item instanceof Item.OfGuest ? "Unpin it" : "Unpin everything inside";
  }

  /// The node an item is, or is local to.
  private Optional<ObjectId> node(Item item) {
    var host = store.design().host();
    if (item instanceof Item.OnHost(var id)
        && host.object(id).filter(NumaNode.class::isInstance).isPresent()) {
      return Optional.of(id);
    }
    if (item instanceof Item.NodeMemory(var index)) {
      return host.node(index).map(NumaNode::id);
    }
    var nodes = host.nodesOf(Inside.of(store.shown().get(), item).cpus());
    return nodes.size() == 1 ? host.node(nodes.last()).map(NumaNode::id) : Optional.empty();
  }

  /// Colours by the distance from the node of what is selected, or from the first.
  void colourByDistance() {
    store.selection().get().stream()
        .flatMap(item -> node(item).stream())
        .findFirst()
        .or(() -> store.design().host().nodes().values().stream().map(NumaNode::id).findFirst())
        .ifPresent(id -> view.colouring().set(new Colouring.ByDistance(id)));
  }

  private static String shortened(String cpus) {
    return cpus.length() <= LONGEST ? cpus : cpus.substring(0, LONGEST - 1) + "…";
  }

  private static void copy(String words) {
    var content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// An entry that shows the key of the same action elsewhere.
  private static MenuItem item(String id, String words, String key, Runnable effect) {
    var item = item(id, words, effect);
    item.setAccelerator(KeyCombination.valueOf(key));
    return item;
  }

  private static MenuItem item(String id, String words, Runnable effect) {
    var item = new MenuItem(words);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> effect.run());
    return item;
  }
}
