package org.numascape.format.capabilities;

import java.util.Map;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;
import org.numascape.topology.CpuSet;

/// An element of libvirt's XML and the name of the text it is in: its attributes as numbers, sizes
/// and sets.
record Value(String source, XmlElement element) {

  /// Indexes from here on are refused by libvirt (`virBitmapParse`).
  static final int LIMIT = 16_384;

  /// libvirt's size units in bytes (`virScaleInteger`): a bare letter and `iB` are powers of 1024.
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("b", 1L),
          Map.entry("bytes", 1L),
          Map.entry("KB", 1_000L),
          Map.entry("k", 1L << 10),
          Map.entry("KiB", 1L << 10),
          Map.entry("MB", 1_000_000L),
          Map.entry("M", 1L << 20),
          Map.entry("MiB", 1L << 20),
          Map.entry("GB", 1_000_000_000L),
          Map.entry("G", 1L << 30),
          Map.entry("GiB", 1L << 30),
          Map.entry("T", 1L << 40),
          Map.entry("TiB", 1L << 40),
          Map.entry("B", 1L));

  boolean has(String attribute) {
    return element.attribute(attribute).isPresent();
  }

  /// An index that must be written, from 0 to 16,383.
  int index(String attribute) throws FormatException {
    long index = number(attribute);
    if (index < 0 || index >= LIMIT) {
      throw wrong(
          "%s is %,d, only 0 to %,d are read; this host is larger than libvirt serves."
              .formatted(attribute, index, LIMIT - 1));
    }
    return (int) index;
  }

  /// A whole number that fits an `int`, or `otherwise` when it is not written.
  int number(String attribute, int otherwise) throws FormatException {
    return has(attribute) ? Math.toIntExact(clamped(number(attribute))) : otherwise;
  }

  private static long clamped(long value) {
    return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /// A whole number that must be written.
  long number(String attribute) throws FormatException {
    return whole(element.attribute(attribute).orElse(""), attribute);
  }

  /// The text of the element as a whole number.
  long content() throws FormatException {
    return whole(element.text(), "the text");
  }

  private long whole(String text, String what) throws FormatException {
    if (!text.strip().matches("-?[0-9]{1,18}")) {
      throw wrong(
          "%s of <%s> is \"%s\", which is no whole number; read the host again."
              .formatted(what, element.name(), text));
    }
    return Long.parseLong(text.strip());
  }

  /// An amount in the element's own `unit` (KiB when it has none) as KiB, rounded down.
  long kib(long amount) throws FormatException {
    String unit = element.attribute("unit").orElse("KiB");
    Long bytes = UNITS.get(unit);
    if (bytes == null || amount < 0 || amount > Long.MAX_VALUE / bytes) {
      throw wrong(
          "%d %s is no size of <%s>; read the host again.".formatted(amount, unit, element.name()));
    }
    return (amount * bytes) >> 10;
  }

  /// A CPU list such as `0-3,8`.
  CpuSet cpus(String attribute) throws FormatException {
    try {
      return CpuSet.parse(element.attribute(attribute).orElse(""));
    } catch (IllegalArgumentException wrong) {
      throw wrong(
          "%s of <%s> is no list of CPUs: %s; read the host again."
              .formatted(attribute, element.name(), wrong.getMessage()));
    }
  }

  /// What to throw when this element is wrong.
  FormatException wrong(String what) {
    return new FormatException(source, element.line(), what);
  }
}
