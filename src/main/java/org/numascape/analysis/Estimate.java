package org.numascape.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

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

  /// A mixture: this with that share, 0 to 1, the other with the rest.
  Estimate mixed(double share, Estimate other) {
    double rest = 1 - share;
    return new Estimate(
        share * ns + rest * other.ns,
        share * lowNs + rest * other.lowNs,
        share * highNs + rest * other.highNs,
        share * localNs + rest * other.localNs,
        share * remoteShare + rest * other.remoteShare);
  }

  /// How much longer work takes that waits for memory for a share of its time, 0 to 1, when all its
  /// memory is as near as can be: `≈ +8 %`, or a range. Linear, as nothing better is known.
  public String slower(double memoryBound) {
    String low = percent(memoryBound * (lowFactor() - 1));
    String high = percent(memoryBound * (highFactor() - 1));
    return low.equals(high)
        ? "≈ " + percent(memoryBound * (factor() - 1)) + " %"
        : "≈ " + low + " to " + high + " %";
  }

  private static String percent(double share) {
    var rounded = BigDecimal.valueOf(share * 100).round(new MathContext(2));
    String digits = rounded.setScale(0, RoundingMode.HALF_UP).toPlainString();
    return digits.equals("0") ? "0" : digits.startsWith("-") ? digits : "+" + digits;
  }

  /// `≈ 210 ns`, or the range `≈ 100–210 ns` where it is open.
  public String nanoseconds() {
    return open() ? "≈ " + ns(lowNs) + "–" + ns(highNs) + " ns" : "≈ " + ns(ns) + " ns";
  }

  /// A time in ns with two significant digits.
  public static String ns(double ns) {
    return BigDecimal.valueOf(ns).round(new MathContext(2)).toPlainString();
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

  /// A value with two significant digits: `0.5`, `8.0`, `24`, `110`.
  static String twoDigits(double value) {
    var rounded = BigDecimal.valueOf(value).round(new MathContext(2));
    return (rounded.scale() < 1 && value < 10 ? rounded.setScale(1) : rounded).toPlainString();
  }
}
