package org.numascape.analysis;

import java.math.BigDecimal;
import java.math.MathContext;

/// What a memory access that misses the caches takes, in ns: expected, and the bounds of what pins
/// and memory policy leave open.
///
/// @param ns expected, floating threads and open policies taken as spread evenly
/// @param lowNs if everything left open turns out best
/// @param highNs if everything left open turns out worst
/// @param localNs the same vCPUs with all memory as near as the host has it
/// @param remoteShare share of accesses that leave their node, 0 to 1, expected
public record Estimate(double ns, double lowNs, double highNs, double localNs, double remoteShare) {

  /// How many times the local latency, expected.
  public double factor() {
    return ns / localNs;
  }

  /// The same at best.
  public double lowFactor() {
    return lowNs / localNs;
  }

  /// The same at worst.
  public double highFactor() {
    return highNs / localNs;
  }

  /// Whether pins and policy leave open where accesses go.
  public boolean open() {
    return !twoDigits(lowFactor()).equals(twoDigits(highFactor()));
  }

  /// `≈ ×2.1`, or the range `≈ ×1.0–2.1` where it is open. Two significant digits: more would be a
  /// lie.
  public String words() {
    return open()
        ? "≈ ×" + twoDigits(lowFactor()) + "–" + twoDigits(highFactor())
        : "≈ " + times(factor());
  }

  /// A factor as `×2.1`.
  public static String times(double factor) {
    return "×" + twoDigits(factor);
  }

  private static String twoDigits(double factor) {
    var rounded = BigDecimal.valueOf(factor).round(new MathContext(2));
    return (rounded.scale() < 1 && factor < 10 ? rounded.setScale(1) : rounded).toPlainString();
  }
}
