package org.numascape.format;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The one way XML is read here: nothing is ever loaded from elsewhere, and nothing grows without
/// bound.
///
/// Refused: entity declarations and references (`billion laughs`), internal subsets, text over
/// [#MAX_BYTES], more than [#MAX_DEPTH] levels, [#MAX_ATTRIBUTES] attributes of one element or
/// [#MAX_ELEMENTS] elements.
public final class Xml {

  /// The largest text that is read, in bytes of a file or characters of a text: 64 MiB. hwloc's XML
  /// of 16,384 CPUs has about 40 MiB.
  public static final long MAX_BYTES = 64L << 20;

  /// How deep elements may be nested.
  public static final int MAX_DEPTH = 512;

  /// How many attributes one element may have.
  public static final int MAX_ATTRIBUTES = 128;

  /// How many elements a text may have.
  public static final int MAX_ELEMENTS = 500_000;

  /// What to do with a DOCTYPE that only names a DTD; one with declarations inside is always
  /// refused.
  public enum Doctype {
    /// It is no part of the format.
    REFUSED,
    /// The format has it, nobody needs it: it is skipped, and the DTD is not loaded.
    SKIPPED
  }

  /// What a reader expects a text to be.
  ///
  /// @param roots names of root elements it can read
  /// @param advice what to do with another text, as the end of a sentence, with a full stop
  public record Expected(Set<String> roots, String advice, Doctype doctype) {

    /// Copies the names.
    public Expected {
      roots = Set.copyOf(roots);
    }
  }

  private Xml() {}

  /// The text as a tree of elements.
  ///
  /// @param source the name people know the text by
  /// @throws FormatException when the text is no well-formed XML, has another root, or passes a
  ///   limit
  public static XmlElement tree(String source, String text, Expected expected)
      throws FormatException {
    XmlProlog.check(source, text, expected);
    Deque<XmlElement.Builder> open = new ArrayDeque<>();
    try {
      var reader = hardened().createXMLStreamReader(new StringReader(withoutMark(text)));
      return grow(reader, open, source, expected);
    } catch (XMLStreamException broken) {
      throw new XmlBreak(source, text).explain(broken, open);
    }
  }

  private static XMLInputFactory hardened() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty("jdk.xml.maxElementDepth", "0"); // ours is higher, and says what it means
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing is loaded from elsewhere");
    });
    return factory;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static XmlElement grow(
      XMLStreamReader reader, Deque<XmlElement.Builder> open, String source, Expected expected)
      throws XMLStreamException, FormatException {
    int elements = 0;
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          elements++;
          open.push(started(reader, source, elements, open.size(), expected));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().text(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new FormatException(source, line(reader), XmlProlog.NO_ENTITIES);
        case XMLStreamConstants.END_ELEMENT -> {
          var closed = open.pop().build();
          if (open.isEmpty()) {
            return closed;
          }
          open.element().child(closed);
        }
        default -> {
          // comments, white space around the root and processing instructions mean nothing here
        }
      }
    }
  }

  private static XmlElement.Builder started(
      XMLStreamReader reader, String source, int elements, int depth, Expected expected)
      throws FormatException {
    int line = line(reader);
    String name = reader.getLocalName();
    if (depth == 0 && !expected.roots().contains(name)) {
      throw new FormatException(
          source, line, "this is a <" + name + "> document; " + expected.advice());
    }
    limit(source, line, depth + 1, MAX_DEPTH, "levels of elements");
    limit(source, line, elements, MAX_ELEMENTS, "elements");
    limit(source, line, reader.getAttributeCount(), MAX_ATTRIBUTES, "attributes in one element");
    var element = new XmlElement.Builder(name, line);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }

  private static void limit(String source, int line, int found, int most, String what)
      throws FormatException {
    if (found > most) {
      throw new FormatException(
          source,
          line,
          "the text has more than %,d %s, no real host or guest has; export it again."
              .formatted(most, what));
    }
  }

  private static int line(XMLStreamReader reader) {
    return Math.max(0, reader.getLocation().getLineNumber());
  }
}
