package org.numascape.analysis;

import java.util.List;

/// How busy memory is, and what that does to latency.
///
/// The curve goes through what was published for three machines with all cores reading: at 55 % of
/// the bandwidth an access takes 1.2 times the idle latency, at 80 % 1.45, at 95 % 2, at all of it
/// 3.2 times or more. It is told beside a cost, never within.
public enum Load {
  /// Below 60 %.
  LIGHT,
  /// From 60 %.
  BUSY,
  /// From 80 %.
  HEAVY;

  private static final double BUSY_FROM = 0.6;
  private static final double HEAVY_FROM = 0.8;

  private record Point(double load, double factor) {}

  private static final List<Point> CURVE =
      List.of(
          new Point(0, 1),
          new Point(0.55, 1.2),
          new Point(0.8, 1.45),
          new Point(0.95, 2),
          new Point(1, 3.2));

  /// The one of a share of the bandwidth; 1 is all of it, more is asked in vain.
  public static Load of(double share) {
    return share >= HEAVY_FROM ? HEAVY : share >= BUSY_FROM ? BUSY : LIGHT;
  }

  /// How many times the idle latency an access takes at that share of the bandwidth; at and above 1
  /// at least that.
  public static double factor(double share) {
    for (int next = 1; next < CURVE.size(); next++) {
      var above = CURVE.get(next);
      if (share < above.load()) {
        var below = CURVE.get(next - 1);
        double way = (share - below.load()) / (above.load() - below.load());
        return below.factor() + way * (above.factor() - below.factor());
      }
    }
    return CURVE.getLast().factor();
  }
}
