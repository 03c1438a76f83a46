package org.numascape.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// A line of an output and what its words mean as numbers, sets and sizes.
record Words(Piece piece, Piece.Line line) {

  /// libvirt and the kernel know no higher indexes here.
  private static final int LIMIT = 16_384;

  /// 4 EiB in KiB; more is no memory.
  private static final long LARGEST_KIB = 1L << 52;

  /// `32K`, `32 KiB`, `1.5 MiB`, `768 B`.
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,12})(?:[.,](\\d{1,3}))?\\s*([KMGT]?)(?:iB|B)?");

  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "K", 1L << 10, "M", 1L << 20, "G", 1L << 30, "T", 1L << 40);

  String text() {
    return line.text();
  }

  FormatException wrong(String what) {
    return piece.wrong(line, what);
  }

  /// An index of a CPU, a node, a core.
  int index(String digits) throws FormatException {
    long number = amount(digits);
    if (number >= LIMIT) {
      throw wrong(
          "%s is above the highest index read, %,d; this is no output of %s."
              .formatted(digits.strip(), LIMIT - 1, piece.tool().title()));
    }
    return (int) number;
  }

  /// A number from 0 that is no index, such as an amount in KiB.
  long amount(String digits) throws FormatException {
    String number = digits.strip();
    if (!number.matches("[0-9]{1,16}") || Long.parseLong(number) > LARGEST_KIB) {
      throw wrong(
          "\"%s\" is no number here; copy the output of %s whole."
              .formatted(shortened(number), piece.tool().title()));
    }
    return Long.parseLong(number);
  }

  /// Numbers between white space.
  List<Long> numbers(String text) throws FormatException {
    var numbers = new ArrayList<Long>();
    for (String word : List.of(text.strip().split("\\s+", -1))) {
      numbers.add(amount(word));
    }
    return numbers;
  }

  /// CPUs, as `0-3,8` or `0 1 2 3 8`.
  CpuSet cpus(String list) throws FormatException {
    try {
      return CpuSet.parse(list.strip().replaceAll("\\s*,\\s*|\\s+", ","));
    } catch (IllegalArgumentException e) {
      throw wrong("this is no list of CPUs: " + shortened(String.valueOf(e.getMessage())) + ".");
    }
  }

  /// A size in KiB, rounded down.
  long kib(String text) throws FormatException {
    var size = SIZE.matcher(text.strip());
    if (!size.matches()) {
      throw wrong("\"%s\" is no size.".formatted(shortened(text.strip())));
    }
    long unit = BYTES.getOrDefault(size.group(3).toUpperCase(Locale.ROOT), 1L);
    long whole = Long.parseLong(size.group(1));
    if (whole > Long.MAX_VALUE / 2 / unit) {
      throw wrong("\"%s\" is more than any host has.".formatted(shortened(text.strip())));
    }
    double part = size.group(2) == null ? 0 : Double.parseDouble("0." + size.group(2));
    return (whole * unit + Math.round(part * unit)) >> 10;
  }

  /// A page size by its KiB.
  PageSize page(String kib) throws FormatException {
    try {
      return new PageSize(amount(kib));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()) + ".");
    }
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
