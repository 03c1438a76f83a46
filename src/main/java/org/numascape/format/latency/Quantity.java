package org.numascape.format.latency;

import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.format.FormatException;

/// What the values of a table are, and how they are written.
enum Quantity {
  /// Nanoseconds.
  NS("(?i)\\s*ns$", 1, MeasuredLatency.HIGHEST_NS) {
    @Override
    String none(String word) {
      return "\"" + word + "\" is no time in ns.";
    }

    @Override
    String beyond(String word) {
      return "no access to memory takes " + word + " ns; the table has to be in ns.";
    }
  },
  /// MB/s, 1,000,000 bytes each, as Intel's tool has it.
  MBS("(?i)\\s*MB/s(ec)?$", 1, MeasuredBandwidth.HIGHEST_MBS) {
    @Override
    String none(String word) {
      return "\"" + word + "\" is no bandwidth in MB/s.";
    }

    @Override
    String beyond(String word) {
      return "no memory delivers " + word + " MB/s.";
    }
  },
  /// GB/s, 1,000,000,000 bytes each.
  GBS("(?i)\\s*GB/s(ec)?$", 1_000, MeasuredBandwidth.HIGHEST_MBS) {
    @Override
    String none(String word) {
      return "\"" + word + "\" is no bandwidth in GB/s.";
    }

    @Override
    String beyond(String word) {
      return "no memory delivers " + word + " GB/s.";
    }
  };

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}([.,]\\d{1,9})?");
  private static final Pattern NOTHING = Pattern.compile("[-–—]|(?i:n/?a|nan|x)");

  private final Pattern unit;
  private final double scale;
  private final double highest;

  Quantity(String unit, double scale, double highest) {
    this.unit = Pattern.compile(unit);
    this.scale = scale;
    this.highest = highest;
  }

  /// Which one a word at the head of a table names: `MB/s`, `GB/s`, `bandwidth`; ns for any other.
  static Quantity named(String word) {
    if (word.matches("(?i).*\\bGB/s.*")) {
      return GBS;
    }
    return word.matches("(?i).*(\\bMB/s|bandwidth).*") ? MBS : NS;
  }

  boolean isTime() {
    return this == NS;
  }

  abstract String none(String word);

  abstract String beyond(String word);

  /// A value in ns or MB/s; empty for what says that nothing was measured.
  ///
  /// @throws FormatException when it is neither
  Optional<Double> value(String source, int line, String word) throws FormatException {
    String trimmed = word.strip();
    if (trimmed.isEmpty() || NOTHING.matcher(trimmed).matches()) {
      return Optional.empty();
    }
    String digits = unit.matcher(trimmed).replaceFirst("");
    if (!NUMBER.matcher(digits).matches()) {
      throw new FormatException(source, line, none(LatencyReader.shortened(trimmed)));
    }
    double value = scale * Double.parseDouble(digits.replace(',', '.'));
    if (!(value > 0) || value > highest) {
      throw new FormatException(source, line, beyond(trimmed));
    }
    return Optional.of(value);
  }
}
