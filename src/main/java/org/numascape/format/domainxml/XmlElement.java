package org.numascape.format.domainxml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An element and where it stands in the text. Offsets count characters of the text from 0.
///
/// @param name as written, prefix included
/// @param content the character data directly inside, references resolved
/// @param plain whether nothing but white space and elements is inside: no text, comment, CDATA or
///   instruction
public record XmlElement(
    String name,
    List<XmlAttribute> attributes,
    List<XmlElement> children,
    String content,
    boolean plain,
    Span span) {

  /// Where an element's tags are.
  ///
  /// @param start of the start tag's `<`
  /// @param openEnd after the start tag's `>`
  /// @param closeStart of the end tag's `<`; equal to `openEnd` for an element without end tag
  /// @param end after the last `>`
  public record Span(int start, int openEnd, int closeStart, int end) {

    /// Whether there is no end tag (`<a/>`).
    boolean selfClosing() {
      return closeStart == end;
    }
  }

  /// Copies the lists.
  public XmlElement {
    attributes = List.copyOf(attributes);
    children = List.copyOf(children);
  }

  /// The attribute of that name.
  public Optional<XmlAttribute> attribute(String wanted) {
    return attributes.stream().filter(attribute -> attribute.name().equals(wanted)).findFirst();
  }

  /// The value of the attribute of that name.
  public Optional<String> value(String wanted) {
    return attribute(wanted).map(XmlAttribute::value);
  }

  /// The children of that name. One that declares a default namespace of its own is somebody else's
  /// element.
  public Stream<XmlElement> all(String wanted) {
    return children.stream()
        .filter(child -> child.name().equals(wanted))
        .filter(child -> child.value("xmlns").filter(uri -> !uri.isEmpty()).isEmpty());
  }

  /// The first child of that name.
  public Optional<XmlElement> child(String wanted) {
    return all(wanted).findFirst();
  }

  /// The elements a path of names leads to, over every branch, in the order of the text.
  public Stream<XmlElement> at(String... path) {
    Stream<XmlElement> found = Stream.of(this);
    for (String name : path) {
      found = found.flatMap(element -> element.all(name));
    }
    return found;
  }

  /// The character data directly inside, without white space around it.
  public String text() {
    return content.strip();
  }

  /// Whether nothing is inside but white space.
  boolean hollow() {
    return plain && children.isEmpty();
  }
}
