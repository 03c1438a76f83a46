package org.numascape.app.guestview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Item;
import org.numascape.drawing.Beside;
import org.numascape.drawing.Beside.Link;
import org.numascape.drawing.Beside.Mark;
import org.numascape.drawing.Beside.Side;
import org.numascape.drawing.Beside.Weight;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Shape;
import org.numascape.guest.GuestLinks;
import org.numascape.topology.CpuSet;
import org.numascape.topology.TopologyObject;

/// What is painted over both pictures: the lines between them, the marks, and what is selected of
/// the guest.
///
/// @param within whose pixels the shapes are in
record Lines(DesignStore store, GuestPane guest, HostSide host, Node within) {

  /// With more vCPUs than this looked at, the lines of their cores are enough.
  private static final int FEW = 16;

  /// The shapes now.
  List<Shape> shapes(Side side) {
    return guest.sight().map(sight -> shapes(sight, side)).orElse(List.of());
  }

  private List<Shape> shapes(Sight sight, Side side) {
    var mismatched = guest.looked();
    var looked = looked(sight);
    Function<Item, Optional<Rect>> inside = item -> inside(item);
    Function<Item, Optional<Rect>> outside = item -> onHost(sight, item);
    var shapes = new ArrayList<Shape>();
    shapes.addAll(Beside.lines(links(sight, looked), inside, outside, side));
    shapes.addAll(Beside.marks(sight.marks(), this::seenInside));
    shapes.addAll(
        Beside.marks(
            mismatched.stream()
                .flatMap(
                    group -> group.onHost().stream().map(item -> new Mark(item, group.number())))
                .toList(),
            item -> seenOnHost(sight, item)));
    shapes.addAll(Beside.chosen(chosen(sight), this::seenInside));
    return shapes;
  }

  /// What of the guest is looked at: under the pointer, else of a mismatch, else selected.
  private Set<Item> looked(Sight sight) {
    if (!guest.pointed().isEmpty()) {
      return new LinkedHashSet<>(guest.pointed());
    }
    var machine = sight.view().machine();
    if (guest.looked().isPresent()) {
      var items = new LinkedHashSet<Item>();
      guest
          .looked()
          .get()
          .inside()
          .forEach(part ->
              items.addAll(
                  GuestLinks.meaning(machine, sight.id(), GuestLinks.item(machine, part))));
      return items;
    }
    var items = new LinkedHashSet<Item>();
    for (var item : store.selection().get()) {
      boolean part = item instanceof Item.Vcpu || item instanceof Item.Cell;
      if (part && item instanceof Item.OfGuest of && of.domain().equals(sight.id())) {
        items.add(item);
      }
    }
    return items;
  }

  private List<Link> links(Sight sight, Set<Item> looked) {
    if (looked.isEmpty()) {
      return sight.links();
    }
    var machine = sight.view().machine();
    var vcpus = CpuSet.EMPTY;
    var around = new HashSet<Item>();
    for (var item : looked) {
      around.addAll(GuestLinks.around(machine, item));
      if (item instanceof Item.Vcpu(_, int vcpu)) {
        vcpus = vcpus.or(CpuSet.of(vcpu));
      }
    }
    boolean single = !vcpus.isEmpty() && vcpus.size() <= FEW;
    var links = new ArrayList<Link>();
    for (var link : sight.links()) {
      boolean strong = around.contains(link.from());
      if (strong && single && !link.memory()) {
        continue;
      }
      links.add(link.seen(strong ? Weight.STRONG : Weight.FAINT));
    }
    if (single) {
      links.addAll(GuestLinks.of(sight.design(), sight.id(), vcpus));
    }
    return links;
  }

  private List<Item> chosen(Sight sight) {
    return store.selection().get().stream()
        .flatMap(item ->
            switch (item) {
              case Item.Vcpu vcpu -> Stream.<Item>of(vcpu);
              case Item.Cell(_, int cell) -> Stream.<Item>of(new Item.NodeMemory(cell));
              default -> Stream.<Item>empty();
            })
        .filter(item -> !(item instanceof Item.OfGuest of) || of.domain().equals(sight.id()))
        .toList();
  }

  /// Where a thing of the guest's picture is; at the picture's edge where it is out of sight.
  private Optional<Rect> inside(Item item) {
    return guest.picture().boundsInScene(item).map(area -> kept(area, guest.picture()));
  }

  private Optional<Rect> seenInside(Item item) {
    return guest.picture().boundsInScene(item).flatMap(area -> seen(area, guest.picture()));
  }

  /// Where a thing of the host is, or what stands for it while it is folded.
  private Optional<Rect> onHost(Sight sight, Item item) {
    return bounds(sight, item).map(area -> kept(area, host.node()));
  }

  private Optional<Rect> seenOnHost(Sight sight, Item item) {
    return bounds(sight, item).flatMap(area -> seen(area, host.node()));
  }

  private Optional<Bounds> bounds(Sight sight, Item item) {
    var own = host.boundsInScene().apply(item);
    if (own.isPresent() || !(item instanceof Item.OnHost(var id))) {
      return own;
    }
    var topology = sight.design().host();
    return topology
        .object(id)
        .flatMap(object ->
            topology.ancestors(object).stream()
                .map(TopologyObject::id)
                .flatMap(above -> host.boundsInScene().apply(new Item.OnHost(above)).stream())
                .findFirst());
  }

  private Rect kept(Bounds scene, Node view) {
    var area = within.sceneToLocal(scene);
    var edge = within.sceneToLocal(view.localToScene(view.getLayoutBounds()));
    double x1 = Math.clamp(area.getMinX(), edge.getMinX(), edge.getMaxX());
    double x2 = Math.clamp(area.getMaxX(), edge.getMinX(), edge.getMaxX());
    double y1 = Math.clamp(area.getMinY(), edge.getMinY(), edge.getMaxY());
    double y2 = Math.clamp(area.getMaxY(), edge.getMinY(), edge.getMaxY());
    return new Rect(x1, y1, x2 - x1, y2 - y1);
  }

  /// Only what is in sight whole: marks do not hang over the edge.
  private Optional<Rect> seen(Bounds scene, Node view) {
    var area = within.sceneToLocal(scene);
    var edge = within.sceneToLocal(view.localToScene(view.getLayoutBounds()));
    return edge.contains(area)
        ? Optional.of(new Rect(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight()))
        : Optional.empty();
  }
}
