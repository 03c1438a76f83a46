package org.numascape.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.topology.HostTopology;
import org.numascape.topology.TopologyObject;

/// Pictures for tests, and what is looked up in them.
final class Drawings {

  private Drawings() {}

  static Drawing draw(HostTopology host, DrawingOptions options) {
    var design = Design.of("test", host, new HostSource.Sample("test"), List.of());
    return Layout.draw(Analysis.of(design), options, new FixedTextMetrics());
  }

  static Drawing draw(Design design, DrawingOptions options) {
    return Layout.draw(Analysis.of(design), options, new FixedTextMetrics());
  }

  static Drawing pictured(DrawingOptions options) {
    return Layout.draw(Analysis.of(Designs.pictured()), options, new FixedTextMetrics());
  }

  /// The pictured design with guests of long names, shared CPUs, floating vCPUs and memory far
  /// away.
  static Design crowdedDesign() {
    var design = Designs.pictured();
    var guests = new ArrayList<>(design.guests());
    Stream.of(
            Guests.domain("a guest with a name that is much too long for anything it stands on")
                .vcpus(2)
                .memoryGib(30)
                .strict("0")
                .pinnedTo("21,53"),
            Guests.domain("web-1").vcpus(4).memoryGib(40).strict("3").allPinned("28-31"),
            Guests.domain("web-2").vcpus(4).memoryGib(8).strict("3").pinnedTo("28,29,2,2"),
            Guests.domain("float").vcpus(2).memoryGib(9).strict("1").allPinned("24-25,56-57"))
        .map(Guests::guest)
        .forEach(guests::add);
    return design.withGuests(guests);
  }

  static Drawing crowded(DrawingOptions options) {
    return Layout.draw(Analysis.of(crowdedDesign()), options, new FixedTextMetrics());
  }

  static <T extends Shape> List<T> shapes(Drawing drawing, Class<T> type) {
    return drawing.shapes().stream().filter(type::isInstance).map(type::cast).toList();
  }

  static Map<String, Rect> byId(Drawing drawing) {
    var found = new HashMap<String, Rect>();
    shapes(drawing, Shape.Box.class).stream()
        .filter(box -> !box.id().isEmpty())
        .forEach(box -> found.put(box.id(), box.bounds()));
    return found;
  }

  static boolean inside(Rect inner, Rect outer) {
    double slack = 0.01;
    return inner.x() >= outer.x() - slack
        && inner.y() >= outer.y() - slack
        && inner.right() <= outer.right() + slack
        && inner.bottom() <= outer.bottom() + slack;
  }

  static Rect rect(Map<String, Rect> boxes, TopologyObject object) {
    return Optional.ofNullable(
            boxes.get(object.id().kind().hwlocName() + "_" + object.id().logical()))
        .orElseThrow();
  }

  static List<String> texts(Drawing drawing, Predicate<Shape.Label> which) {
    return shapes(drawing, Shape.Label.class).stream()
        .filter(which)
        .map(Shape.Label::text)
        .toList();
  }

  static List<String> on(Drawing drawing, String id) {
    var rect = Optional.ofNullable(byId(drawing).get(id)).orElseThrow();
    return texts(
        drawing,
        label ->
            label.detail().shows(1)
                && rect.contains(label.bounds().centreX(), label.bounds().centreY()));
  }

  static Rect tight(Shape.Label label) {
    var b = label.bounds();
    return new Rect(b.x(), b.y() + b.height() * 0.15, b.width(), b.height() * 0.7);
  }
}
