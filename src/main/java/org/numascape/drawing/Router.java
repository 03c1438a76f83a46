package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.drawing.Route.Point;

/// Finds ways for arcs through the gutters between nodes, and places for their pills on them.
final class Router {

  private static final double FAR_GAP = 64;
  private static final double BESIDE = 8;
  private static final double[] LANES = {0, 5, -5, 10, -10, 2.5, -2.5};

  /// A way, and where its pill goes; empty where no place is free.
  record Way(Route route, Optional<Rect> pill, double cost) {
    Way dearer(double by) {
      return new Way(route, pill, cost + by);
    }
  }

  private static final double EDGE = 5;
  private static final double NO_PLACE = 700;

  private final double width;
  private final List<Rect> nodes;
  private final List<Rect> labels;
  private final List<Rect> pills = new ArrayList<>();
  private final TreeSet<Double> corridors = new TreeSet<>();
  private int lane;

  /// @param width of the picture
  /// @param nodes the boxes that arcs go around
  /// @param labels everything that must stay readable
  Router(double width, List<Rect> nodes, List<Rect> labels) {
    this.width = width;
    this.nodes = nodes;
    this.labels = labels;
    for (var node : nodes) {
      corridors.add(round(below(node)));
      corridors.add(round(above(node)));
    }
  }

  private static double round(double value) {
    return Math.round(value * 2) / 2.0;
  }

  private double below(Rect node) {
    double gap = FAR_GAP;
    for (var other : nodes) {
      if (other.x() < node.right() && node.x() < other.right() && other.y() >= node.bottom()) {
        gap = Math.min(gap, other.y() - node.bottom());
      }
    }
    return gap <= 2 * Spacing.NODE_GAP
        ? node.bottom() + gap / 2
        : node.bottom() + Spacing.PACKAGE_PAD + Spacing.PACKAGE_GAP / 2;
  }

  private double above(Rect node) {
    double gap = FAR_GAP;
    for (var other : nodes) {
      if (other.x() < node.right() && node.x() < other.right() && other.bottom() <= node.y()) {
        gap = Math.min(gap, node.y() - other.bottom());
      }
    }
    return gap <= 2 * Spacing.NODE_GAP ? node.y() - gap / 2 : node.y() - 4;
  }

  private double right(Rect node) {
    double gap = FAR_GAP;
    for (var other : nodes) {
      if (other.y() < node.bottom() && node.y() < other.bottom() && other.x() >= node.right()) {
        gap = Math.min(gap, other.x() - node.right());
      }
    }
    return node.right() + (gap < FAR_GAP ? gap / 2 : BESIDE + Spacing.PACKAGE_PAD);
  }

  private double left(Rect node) {
    double gap = FAR_GAP;
    for (var other : nodes) {
      if (other.y() < node.bottom() && node.y() < other.bottom() && other.right() <= node.x()) {
        gap = Math.min(gap, node.x() - other.right());
      }
    }
    return node.x() - (gap < FAR_GAP ? gap / 2 : BESIDE + Spacing.PACKAGE_PAD);
  }

  /// The best way from a node to a piece of another's memory bar: to the piece itself where that
  /// crosses no words, else to the end of the bar.
  ///
  /// @param startY the height to leave the node at
  /// @param bar the whole memory bar
  /// @param memory the piece of it
  /// @param pill the width of the pill, 0 for none
  Way way(Rect from, double startY, Rect to, Rect bar, Rect memory, double pill) {
    double shift = LANES[lane++ % LANES.length];
    var ways = new ArrayList<Way>();
    for (var exit : List.of(new Point(from.right(), startY), new Point(from.x(), startY))) {
      double side = exit.x() > from.centreX() ? right(from) : left(from);
      for (var corners : entries(exit, inside(side + shift), to, bar, memory, shift)) {
        ways.add(judged(Route.over(corners), from, to, memory));
      }
    }
    ways.sort(Comparator.comparingDouble(Way::cost));
    var best = best(ways, pill);
    best.pill().ifPresent(pills::add);
    return best;
  }

  /// The cheapest way once its pill is placed. Places are looked for on ways that can still win
  /// only.
  private Way best(List<Way> cheapestFirst, double pill) {
    var best = cheapestFirst.getFirst().dearer(pill > 0 ? NO_PLACE : 0);
    if (pill <= 0) {
      return best;
    }
    for (var way : cheapestFirst) {
      if (way.cost() >= best.cost()) {
        break;
      }
      var place = place(way.route().legs(), pill);
      if (place.isPresent()) {
        best = new Way(way.route(), place, way.cost());
      }
    }
    return best;
  }

  private double inside(double x) {
    return Math.clamp(x, EDGE, Math.max(EDGE, width - EDGE));
  }

  private List<List<Point>> entries(
      Point exit, double gutter, Rect to, Rect bar, Rect memory, double shift) {
    var ways = new ArrayList<List<Point>>();
    var turn = new Point(gutter, exit.y());
    for (var end : ends(bar, memory)) {
      double side = inside((end.x() <= memory.centreX() ? left(to) : right(to)) + shift);
      var before = new Point(side, end.y());
      ways.add(List.of(exit, turn, new Point(gutter, end.y()), end));
      for (double corridor : corridors) {
        double y = corridor + shift * 0.4;
        ways.add(List.of(exit, turn, new Point(gutter, y), new Point(side, y), before, end));
      }
    }
    double y = above(to);
    for (double part : new double[] {0.5, 0.2, 0.8}) {
      double x = memory.x() + memory.width() * part;
      ways.add(
          List.of(exit, turn, new Point(gutter, y), new Point(x, y), new Point(x, memory.y())));
    }
    return ways;
  }

  /// Where an arc may arrive from a side: at either end of the piece or of the whole bar.
  private static List<Point> ends(Rect bar, Rect memory) {
    double y = bar.centreY();
    return Stream.of(memory.x(), memory.right(), bar.x(), bar.right())
        .distinct()
        .map(x -> new Point(x, y))
        .toList();
  }

  private Way judged(Route route, Rect from, Rect to, Rect memory) {
    double cost = route.length() + 15 * route.points().size();
    var legs = route.legs();
    for (int at = 0; at < legs.size(); at++) {
      var area = legs.get(at).area();
      for (var label : labels) {
        cost += area.intersects(label) ? 500 : 0;
      }
      for (var node : nodes) {
        boolean leaves = at == 0 && node.equals(from);
        boolean enters = at == legs.size() - 1 && node.equals(to);
        boolean own = leaves || enters;
        cost += !own && area.intersects(node) ? 900 : 0;
      }
    }
    var end = route.points().getLast();
    boolean reached = end.x() >= memory.x() - 1 && end.x() <= memory.right() + 1;
    boolean through = legs.getLast().area().intersects(shrunk(memory));
    return new Way(route, Optional.empty(), cost + (reached ? 0 : 150) + (through ? 900 : 0));
  }

  /// A place for a pill on a level piece, as near to its middle as can be.
  private Optional<Rect> place(List<Route.Leg> legs, double width) {
    Optional<Rect> best = Optional.empty();
    double longest = 0;
    for (var leg : legs) {
      if (!leg.level() || leg.length() < width * 0.5 || leg.length() <= longest) {
        continue;
      }
      var obstacles = obstacles(leg);
      double middle = (leg.from().x() + leg.to().x()) / 2;
      for (double away = 0; away <= Math.max(0, leg.length() / 2 - 20); away += 6) {
        var right = pill(middle + away, leg.from().y(), width);
        var left = pill(middle - away, leg.from().y(), width);
        if (free(right, obstacles) || free(left, obstacles)) {
          best = Optional.of(free(right, obstacles) ? right : left);
          longest = leg.length();
          break;
        }
      }
    }
    return best.isPresent() ? best : across(legs, width);
  }

  /// A place for a pill across an upright piece, such as in the gap between two packages.
  private Optional<Rect> across(List<Route.Leg> legs, double width) {
    for (var leg : legs) {
      if (leg.level()) {
        continue;
      }
      double x = leg.from().x();
      double top = Math.min(leg.from().y(), leg.to().y()) + Spacing.PILL / 2;
      double bottom = Math.max(leg.from().y(), leg.to().y()) - Spacing.PILL / 2;
      var column = new Rect(x - width / 2, top - Spacing.PILL, width, bottom - top + 40);
      var obstacles = obstacles(column);
      for (double y = (top + bottom) / 2, away = 0; away <= (bottom - top) / 2; away += 3) {
        for (var place : List.of(pill(x, y + away, width), pill(x, y - away, width))) {
          if (free(place, obstacles)) {
            return Optional.of(place);
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Everything at the height of a level piece that a pill must not cover.
  private List<Rect> obstacles(Route.Leg leg) {
    return obstacles(new Rect(0, leg.from().y() - Spacing.PILL / 2, width, Spacing.PILL));
  }

  private List<Rect> obstacles(Rect lane) {
    return Stream.of(labels.stream(), pills.stream(), nodes.stream().map(Router::inner))
        .flatMap(stream -> stream)
        .filter(lane::intersects)
        .toList();
  }

  private static Rect pill(double x, double y, double width) {
    return new Rect(x - width / 2, y - Spacing.PILL / 2, width, Spacing.PILL);
  }

  private boolean free(Rect pill, List<Rect> obstacles) {
    return pill.x() >= EDGE
        && pill.right() <= width - EDGE
        && obstacles.stream().noneMatch(pill::intersects);
  }

  private static Rect shrunk(Rect memory) {
    return new Rect(
        memory.x() + 2, memory.y() + 2, Math.max(0, memory.width() - 4), memory.height() - 4);
  }

  /// The part of a node inside its padding.
  private static Rect inner(Rect node) {
    double pad = Spacing.NODE_PAD - 2;
    return new Rect(
        node.x() + pad, node.y() + pad / 2, node.width() - 2 * pad, node.height() - pad * 1.5);
  }
}
