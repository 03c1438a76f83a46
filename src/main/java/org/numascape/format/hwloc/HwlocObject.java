package org.numascape.format.hwloc;

import java.util.List;
import java.util.Optional;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;

/// An `<object>` of a topology and the name of the text it is in: its attributes as numbers and
/// words.
record HwlocObject(String source, XmlElement element) {

  private static final long UNKNOWN = 0xffff_ffffL;

  /// hwloc's name of the kind, such as `PU`.
  String type() throws FormatException {
    return element
        .attribute("type")
        .orElseThrow(() -> wrong("an object has no type; export the topology again."));
  }

  /// The objects directly inside.
  List<HwlocObject> objects() {
    return element.children("object").map(child -> new HwlocObject(source, child)).toList();
  }

  /// An attribute without white space around it; empty when it is not written.
  String text(String attribute) {
    return element.attribute(attribute).orElse("").strip();
  }

  /// The value of an `<info>`, where it says anything.
  Optional<String> info(String name) {
    return element
        .children("info")
        .filter(info -> info.attribute("name").orElse("").equals(name))
        .map(info -> info.attribute("value").orElse("").strip().replaceAll("\\s+", " "))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /// What the topology refers to the object by: hwloc's own number, or else kind and OS index.
  String key() {
    String own = text("gp_index");
    return own.isEmpty() ? text("type") + "@" + text("os_index") : own;
  }

  /// The operating system's index of the object, -1 when unknown.
  ///
  /// @throws FormatException when it is above what libvirt can serve
  int osIndex() throws FormatException {
    long index = number("os_index", UNKNOWN);
    return index < 0 || index >= UNKNOWN ? -1 : (int) Math.min(index, Integer.MAX_VALUE);
  }

  /// A whole number, or `otherwise` when it is not written.
  long number(String attribute, long otherwise) throws FormatException {
    String text = text(attribute);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException no) {
      throw wrong(
          "%s is \"%s\", which is no whole number; export the topology again."
              .formatted(attribute, text));
    }
  }

  /// Bytes as KiB, rounded down; 0 when they are not written.
  long kib(String attribute) throws FormatException {
    long bytes = number(attribute, 0);
    if (bytes < 0) {
      throw wrong("%s is %,d bytes; export the topology again.".formatted(attribute, bytes));
    }
    return bytes >> 10;
  }

  /// A number with a decimal point, 0 when it is not written or senseless.
  double decimal(String attribute) {
    try {
      double value = Double.parseDouble(text(attribute));
      return Double.isFinite(value) && value > 0 ? value : 0;
    } catch (NumberFormatException no) {
      return 0;
    }
  }

  /// What to throw when this object is wrong.
  FormatException wrong(String what) {
    return new FormatException(source, element.line(), what);
  }
}
