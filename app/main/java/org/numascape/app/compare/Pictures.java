package org.numascape.app.compare;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SplitPane;
import org.numascape.app.canvas.PictureView;
import org.numascape.comparison.Difference;
import org.numascape.design.Item;
import org.numascape.drawing.Drawing;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;

/// Two hosts at the same scale. While they move together, whatever is done to one is done to the
/// other.
final class Pictures extends SplitPane {

  private final PictureView before = new PictureView();
  private final PictureView after = new PictureView();
  private final BooleanProperty together = new SimpleBooleanProperty(true);
  private Set<Item> differBefore = Set.of();
  private Set<Item> differAfter = Set.of();
  private boolean fitted = true;

  Pictures() {
    before.setId("picture-before");
    before.setAccessibleText("Topology of the first host");
    after.setId("picture-after");
    after.setAccessibleText("Topology of the second host");
    getItems().addAll(before, after);
    setDividerPositions(0.5);
    follow(before, after);
    follow(after, before);
  }

  private void follow(PictureView moved, PictureView other) {
    moved.onMoved(move -> {
      fitted = false;
      if (together.get()) {
        other.move(move);
      }
    });
    moved.onResized(() -> {
      if (fitted) {
        fit();
      }
    });
  }

  /// Whether both move when one does.
  BooleanProperty together() {
    return together;
  }

  /// The width and height in pixels that one host can fill.
  double room(Function<PictureView, Double> side) {
    return Math.max(240, side.apply(before));
  }

  /// Shows two other hosts whole.
  void show(Drawing first, Drawing second) {
    before.show(first);
    after.show(second);
    fit();
  }

  /// Outlines the boxes of these differences, and of no others.
  void mark(Two hosts, List<Difference> differences) {
    differBefore =
        items(hosts.before(), before, differences.stream().flatMap(one -> one.inBefore().stream()));
    differAfter =
        items(hosts.after(), after, differences.stream().flatMap(one -> one.inAfter().stream()));
    before.mark(differBefore, Set.of());
    after.mark(differAfter, Set.of());
  }

  /// Shows both whole, at the scale of the one that has to be smaller.
  void fit() {
    fitted = true;
    double zoom = Math.min(before.fittingZoom(), after.fittingZoom());
    before.showWhole(zoom);
    after.showWhole(zoom);
  }

  void zoom(double factor) {
    before.zoom(factor);
    if (!together.get()) {
      after.zoom(factor);
    }
  }

  /// Flies both sides to a difference, at one scale; a side that has nothing of it stays.
  void look(Two hosts, Difference difference) {
    var first = items(hosts.before(), before, difference.inBefore().stream());
    var second = items(hosts.after(), after, difference.inAfter().stream());
    before.mark(differBefore, first);
    after.mark(differAfter, second);
    if (first.isEmpty() && second.isEmpty()) {
      fit();
      return;
    }
    fitted = false;
    double zoom =
        Stream.of(before.fittingZoom(first), after.fittingZoom(second))
            .flatMap(Optional::stream)
            .min(Double::compare)
            .orElse(1.0);
    before.flyTo(first, zoom);
    after.flyTo(second, zoom);
  }

  /// What is drawn of these objects: the nearest box around each that has none of its own.
  private static Set<Item> items(Side side, PictureView view, Stream<ObjectId> ids) {
    var items = new HashSet<Item>();
    ids.distinct().forEach(id -> drawn(side.host(), view, id).ifPresent(items::add));
    return items;
  }

  private static Optional<Item> drawn(HostTopology host, PictureView view, ObjectId id) {
    return host.object(id).stream()
        .flatMap(object -> Stream.concat(Stream.of(object), host.ancestors(object).stream()))
        .<Item>map(object -> new Item.OnHost(object.id()))
        .filter(view::draws)
        .findFirst();
  }

  /// Both pictures, for tests and focus.
  Collection<PictureView> views() {
    return List.of(before, after);
  }
}
