package org.numascape.analysis;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What guests that may run at once ask of the memory of a node, all of them or those on the CPUs
/// of one other node, against what it can deliver.
///
/// @param from OS index of the node whose CPUs ask; empty for all that ask
/// @param to OS index of the node whose memory is asked
/// @param guests how many of them ask
/// @param lowGbs GB/s they ask for at least
/// @param highGbs GB/s they ask for at most; the same where somebody said what they read
/// @param guessed whether anybody's appetite is a guess
/// @param gbs what the memory can deliver on that way, in GB/s; empty where nobody knows
/// @param measured whether that was measured, and not told by the firmware
public record Traffic(
    OptionalInt from,
    int to,
    int guests,
    double lowGbs,
    double highGbs,
    boolean guessed,
    OptionalDouble gbs,
    boolean measured) {

  /// What a busy vCPU reads, in GB/s, where nobody said it: a guess, and told as one.
  public static final double LEAST_GUESS = 1;

  /// The other end of that guess.
  public static final double MOST_GUESS = 3;

  /// Whether one can say how busy it is.
  public boolean known() {
    return gbs.isPresent();
  }

  /// The share of the bandwidth that is asked for at least; 0 where it is not known.
  public double lowShare() {
    return gbs.isPresent() ? lowGbs / gbs.getAsDouble() : 0;
  }

  /// The share of the bandwidth that is asked for at most; 0 where it is not known.
  public double highShare() {
    return gbs.isPresent() ? highGbs / gbs.getAsDouble() : 0;
  }

  /// How busy it may be.
  public Load load() {
    return Load.of(highShare());
  }

  /// `all to node 0`, `node 1 → node 0`
  public String way() {
    return from.isEmpty() ? "all to node " + to : "node " + from.getAsInt() + " → node " + to;
  }

  /// `≈ 8.0–24 of 105 GB/s`, `12 GB/s of an unknown bandwidth`
  public String asked() {
    String low = Estimate.twoDigits(lowGbs);
    String high = Estimate.twoDigits(highGbs);
    String range = (guessed ? "≈ " : "") + (low.equals(high) ? low : low + "–" + high);
    return gbs.isPresent()
        ? range + " of " + Math.round(gbs.getAsDouble()) + " GB/s"
        : range + " GB/s of an unknown bandwidth";
  }

  /// What that may do: empty while it is light, else `Up to 85 % of it is asked for; loaded like
  /// that an access takes ≈ ×1.6 as long. Not in the number above.`
  public String effect() {
    if (load() == Load.LIGHT) {
      return "";
    }
    String least = highShare() >= 1 ? "×3.2 or more" : Estimate.times(Load.factor(highShare()));
    String percent = Math.round(100 * highShare()) + " %";
    return (lowGbs < highGbs ? "Up to " + percent : percent)
        + " of it is asked for; loaded like that an access takes ≈ "
        + least
        + " as long. Not in the number above.";
  }
}
