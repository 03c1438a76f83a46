package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.numascape.format.FormatException;

/// A well-formed XML text with the places of its elements. Changes are splices of the text, never a
/// serialisation, so everything that is not spliced stays as it was.
///
/// @param source the name a person knows the text by
public record XmlText(String source, String text, XmlElement root) {

  /// libvirt's own limit for an XML text on its wire (`VIR_NET_MESSAGE_STRING_MAX`).
  static final int LIMIT = 4 * 1024 * 1024;

  /// Replaces the characters from `start` (included) to `end` (excluded).
  record Splice(int start, int end, String replacement) {
    static Splice insert(int at, String what) {
      return new Splice(at, at, what);
    }
  }

  /// Reads a text.
  ///
  /// @throws FormatException for a text that is too long, not well-formed, or brings a document
  ///   type
  public static XmlText parse(String source, String text) throws FormatException {
    if (text.length() > LIMIT) {
      throw new FormatException(
          source,
          0,
          "the text is longer than the 4 MiB that libvirt takes, so it is no domain XML.");
    }
    return new XmlText(source, text, new XmlScanner(source, text).root());
  }

  /// The line a place in the text is on, counted from 1.
  public int line(int offset) {
    return XmlScanner.line(text, offset);
  }

  /// A failure that blames an element.
  public FormatException wrong(XmlElement where, String what) {
    return new FormatException(source, line(where.span().start()), what);
  }

  /// The text with all splices made, read again. Splices do not overlap; those at one place keep
  /// their order.
  XmlText spliced(List<Splice> splices) {
    if (splices.isEmpty()) {
      return this;
    }
    var sorted = new ArrayList<>(splices);
    sorted.sort(Comparator.comparingInt(Splice::start));
    var changed = new StringBuilder(text.length() + 256);
    int copied = 0;
    for (var splice : sorted) {
      changed.append(text, copied, splice.start()).append(splice.replacement());
      copied = splice.end();
    }
    changed.append(text, copied, text.length());
    try {
      return parse(source, changed.toString());
    } catch (FormatException broken) {
      throw new IllegalStateException("a splice broke the XML", broken);
    }
  }
}
