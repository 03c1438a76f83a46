package org.numascape.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One element of a small XML text that was read as a whole.
///
/// @param name without prefix
/// @param attributes by name without prefix, in the text's order
/// @param children elements directly inside, in the text's order
/// @param text the characters directly inside, without white space around them
/// @param line where its start tag ends, counted from 1
public record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text, int line) {

  /// Copies the collections.
  public XmlElement {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /// The value of an attribute, if it is written.
  public Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /// The elements of one name directly inside.
  public Stream<XmlElement> children(String child) {
    return children.stream().filter(element -> element.name().equals(child));
  }

  /// The first element of one name directly inside.
  public Optional<XmlElement> child(String child) {
    return children(child).findFirst();
  }

  /// The elements that a path of names leads to: `path("host", "topology", "cells")`.
  public Stream<XmlElement> path(String... names) {
    var reached = Stream.of(this);
    for (String step : names) {
      reached = reached.flatMap(element -> element.children(step));
    }
    return reached;
  }

  /// An element that is still being read.
  static final class Builder {
    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Builder(String name, int line) {
      this.name = name;
      this.line = line;
    }

    String name() {
      return name;
    }

    int line() {
      return line;
    }

    void attribute(String attribute, String value) {
      attributes.put(attribute, value);
    }

    void child(XmlElement child) {
      children.add(child);
    }

    void text(String more) {
      text.append(more);
    }

    XmlElement build() {
      return new XmlElement(name, attributes, children, text.toString().strip(), line);
    }
  }
}
