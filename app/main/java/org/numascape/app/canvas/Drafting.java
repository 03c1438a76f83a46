package org.numascape.app.canvas;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.ViewState;
import org.numascape.app.store.Weight;
import org.numascape.app.theme.Theme;
import org.numascape.design.HostSource;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.TextMetrics;

/// Keeps the picture of what the store shows up to date. A small host is drawn when somebody looks;
/// a large one beside the FX thread, and the picture before stays until then.
final class Drafting {

  private final DesignStore store;
  private final ViewState view;
  private final BiConsumer<Picture, Picture> drawn;
  private final Lane lane = new Lane();
  private final TextMetrics here = FxTextMetrics.of(Theme.sans(), Theme.mono());
  // The lane draws one picture at a time; its metrics remember, so they are its own.
  private final TextMetrics beside = FxTextMetrics.of(Theme.sans(), Theme.mono());
  private Picture picture = Picture.NONE;
  private boolean stale = true;
  private Optional<HostSource> source = Optional.empty();
  private double roomWidth;
  private double roomHeight;
  private double width;
  private double height;

  /// @param drawn hears of every new picture, after the one before
  Drafting(DesignStore store, ViewState view, BiConsumer<Picture, Picture> drawn) {
    this.store = store;
    this.view = view;
    this.drawn = drawn;
  }

  /// The picture has to be drawn again.
  void spoil() {
    stale = true;
  }

  /// How large the window is, in pixels.
  void room(double toWidth, double toHeight) {
    roomWidth = toWidth;
    roomHeight = toHeight;
  }

  /// The picture shall take the window's shape.
  void reshape() {
    width = roomWidth;
    height = roomHeight;
    stale = true;
  }

  /// Draws again if need be; a large picture arrives later.
  void refresh() {
    if (!stale || roomWidth <= 0) {
      return;
    }
    var host = Optional.of(store.shown().get().design().source());
    if (!host.equals(source)) {
      source = host;
      view.anotherHost();
      reshape();
    }
    stale = false;
    var facts = store.shown().get();
    boolean large = Weight.large(facts.design());
    var options = options();
    // What is carried opens no fold on its way: boxes would move under the pointer.
    var now = store.analysis().get();
    var before = now.host().equals(facts.host()) ? now : facts;
    lane.ask(large, () -> Picture.of(facts, before, options, large ? beside : here), this::take);
  }

  private DrawingOptions options() {
    return view.options().within(width, height).selecting(store.selectedGuest());
  }

  private void take(Picture next) {
    var before = picture;
    picture = next;
    drawn.accept(before, next);
  }

  /// The picture as it is now, drawn again where that takes no time.
  Picture picture() {
    refresh();
    return picture;
  }
}
