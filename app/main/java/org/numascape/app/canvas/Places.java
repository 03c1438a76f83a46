package org.numascape.app.canvas;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Item;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Rect;
import org.numascape.topology.ObjectId;

/// Where things are in the picture that is shown now: in drawing units, or in pixels of the canvas.
///
/// @param hits of the picture now
record Places(DesignStore store, Viewport viewport, Supplier<HitTest> hits) {

  /// What lies at a point of the canvas, in pixels, topmost first.
  List<Item> at(double x, double y) {
    var camera = viewport.camera();
    return hits.get().at(camera.toDrawingX(x), camera.toDrawingY(y), camera.zoom());
  }

  /// Whose parts stand folded at a point of the canvas, in pixels.
  Optional<ObjectId> foldAt(double x, double y) {
    var camera = viewport.camera();
    return hits.get().foldAt(camera.toDrawingX(x), camera.toDrawingY(y), camera.zoom());
  }

  /// The guest's memory whose accesses an arc or pill at a point of the canvas tells of, in pixels.
  Optional<Item> flowAt(double x, double y) {
    var camera = viewport.camera();
    return hits.get().flowAt(camera.toDrawingX(x), camera.toDrawingY(y), camera.zoom());
  }

  /// What is at the middle of an item's box, topmost first.
  List<Item> atMiddleOf(Item item) {
    double zoom = Math.max(1, viewport.camera().zoom());
    return hits.get()
        .boundsOf(item)
        .map(area -> hits.get().at(area.centreX(), area.centreY(), zoom))
        .orElse(List.of());
  }

  /// The smallest area around an item, in drawing units; a guest is where its vCPUs are. Empty for
  /// what is not drawn.
  Optional<Rect> around(Item item) {
    var own = hits.get().boundsOf(item);
    if (own.isPresent() || !(item instanceof Item.WholeGuest(var id))) {
      return own;
    }
    return store.design().guest(id).stream()
        .flatMapToInt(guest -> IntStream.range(0, guest.wanted().vcpus().maximum()))
        .mapToObj(vcpu -> new Item.Vcpu(id, vcpu))
        .flatMap(vcpu -> hits.get().boundsOf(vcpu).stream())
        .reduce(Rect::union);
  }

  /// The smallest area around several, in drawing units; empty where none is drawn.
  Optional<Rect> around(Collection<Item> items) {
    return items.stream().flatMap(item -> around(item).stream()).reduce(Rect::union);
  }

  /// Where an item's own box is on the canvas, in pixels.
  Optional<Rect> onCanvas(Item item) {
    return hits.get().boundsOf(item).map(this::onCanvas);
  }

  /// An area of the picture, in pixels of the canvas.
  Rect onCanvas(Rect area) {
    return viewport.camera().toScreen(area);
  }
}
