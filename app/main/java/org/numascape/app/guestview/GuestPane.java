package org.numascape.app.guestview;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.canvas.PictureView;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.ViewState;
import org.numascape.app.store.Weight;
import org.numascape.app.widget.EmptyNote;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.drawing.Beside.Side;
import org.numascape.guest.GuestLinks;
import org.numascape.guest.MismatchGroup;

/// What the selected guest sees: its machine as a picture, and below it what does not fit.
///
/// It follows the selection, every edit and every preview; while nothing of a guest is selected the
/// last one stays.
final class GuestPane extends BorderPane {

  private static final double STEP = 1.2;

  /// How much of the height what does not fit takes at most, in pixels and as a share: the picture
  /// needs room too.
  private static final double HIGHEST_LIST = 250;

  private static final double MOST_LIST = 0.42;

  private final DesignStore store;
  private final ViewState view;
  private final PictureView picture = new PictureView();
  private final GuestHead head;
  private final MismatchList list;
  private final Lane lane = new Lane();
  private Optional<DomainId> shown = Optional.empty();
  private Optional<Sight> sight = Optional.empty();
  private List<Item> pointed = List.of();
  private Optional<MismatchGroup> looked = Optional.empty();
  private Runnable look = () -> {};
  private boolean open;
  private boolean fitted = true;

  GuestPane(DesignStore store, ViewState view, Runnable turn) {
    this.store = store;
    this.view = view;
    this.list = new MismatchList(store, this::lookAt);
    this.head =
        new GuestHead(
            () -> picture.zoom(STEP),
            () -> picture.zoom(1 / STEP),
            this::fit,
            turn,
            () -> view.guestView().set(false));
    setId("guest-view-pane");
    getStyleClass().add("guest-view");
    setMinSize(180, 150);
    picture.setId("guest-picture");
    picture.setAccessibleText("What the guest sees");
    picture.setAccessibleHelp("Arrow keys select its cores one after another, plus and minus zoom");
    picture.onPointed(this::point);
    picture.onClicked(this::click);
    picture.onMoved(move -> fitted = false);
    picture.onResized(this::refresh);
    picture.addEventFilter(KeyEvent.KEY_PRESSED, new CoreKeys(store, this::sight)::pressed);
    list.maxHeightProperty()
        .bind(heightProperty().map(high -> Math.min(HIGHEST_LIST, MOST_LIST * high.doubleValue())));
    setTop(head);
    setBottom(list);
    store.shown().subscribe(facts -> refresh());
    store
        .selection()
        .subscribe(items -> {
          if (store.selectedGuest().isPresent() && !store.selectedGuest().equals(shown)) {
            refresh();
          }
        });
    view.labels().subscribe(labels -> refresh());
  }

  /// Hears when the lines have to be painted again.
  void onLook(Runnable listener) {
    look = listener;
    picture.onPainted(listener);
  }

  /// It is shown from now on.
  void begin() {
    open = true;
    fitted = true;
    refresh();
  }

  /// It is not shown any more.
  void end() {
    open = false;
    lane.forget();
  }

  /// Where it stands.
  void placed(Side side) {
    fitted = true;
    head.placed(side);
  }

  /// What is shown; empty before the first and where there is no guest.
  Optional<Sight> sight() {
    return sight;
  }

  /// The picture of what the guest sees.
  PictureView picture() {
    return picture;
  }

  /// What the pointer is on, as things of the guest.
  List<Item> pointed() {
    return pointed;
  }

  /// The mismatches that the pointer or the keyboard is on.
  Optional<MismatchGroup> looked() {
    return looked;
  }

  private void fit() {
    fitted = true;
    refresh();
  }

  private void refresh() {
    if (!open) {
      return;
    }
    var design = store.shown().get().design();
    shown = which(design);
    if (shown.isEmpty()) {
      show(Optional.empty());
      return;
    }
    var id = shown.get();
    var options = view.options();
    double width = Math.max(240, picture.getWidth() - 4);
    double height = Math.max(160, picture.getHeight() - 4);
    lane.ask(Weight.large(design), () -> Sight.of(design, id, options, width, height), this::show);
  }

  private Optional<DomainId> which(Design design) {
    return store
        .selectedGuest()
        .or(() -> shown)
        .filter(id -> design.guest(id).isPresent())
        .or(() -> design.guests().stream().map(guest -> guest.id()).findFirst());
  }

  private void show(Optional<Sight> next) {
    boolean another = !next.map(Sight::id).equals(sight.map(Sight::id)) || sight.isEmpty();
    sight = next;
    head.show(next, view.dark().get());
    list.show(next);
    if (next.isEmpty()) {
      setCenter(
          new StackPane(
              new EmptyNote(
                  Material2AL.DEVELOPER_BOARD,
                  "No virtual machine is in the design. Add one to see what its kernel sees.")));
      return;
    }
    setCenter(picture);
    picture.show(next.get().drawing());
    picture.setAccessibleText("What " + next.get().name() + " sees");
    if (fitted || another) {
      fitted = true;
      picture.showWhole(picture.fittingZoom());
    }
    look.run();
  }

  private void point(List<Item> items) {
    var meant = meant(items);
    if (!meant.equals(pointed)) {
      pointed = meant;
      look.run();
    }
  }

  private List<Item> meant(List<Item> items) {
    return sight
        .map(now ->
            items.stream()
                .limit(1)
                .flatMap(item -> GuestLinks.meaning(now.view().machine(), now.id(), item).stream())
                .toList())
        .orElse(List.of());
  }

  private void click(List<Item> items, boolean add) {
    var meant = meant(items);
    if (!add) {
      store.select(
          meant.isEmpty()
              ? sight.map(now -> List.<Item>of(new Item.WholeGuest(now.id()))).orElse(List.of())
              : meant);
      return;
    }
    var next = new LinkedHashSet<>(store.selection().get());
    if (next.containsAll(meant)) {
      meant.forEach(next::remove);
    } else {
      next.addAll(meant);
    }
    store.select(next);
  }

  private void lookAt(Optional<MismatchGroup> group) {
    if (!group.equals(looked)) {
      looked = group;
      look.run();
    }
  }
}
