package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// An element to be written that is not in the text yet.
///
/// @param content what it says, without escapes; empty for an element that holds elements or
///   nothing
record Markup(String name, List<Pair> attributes, List<Markup> children, String content) {

  /// An attribute to be written.
  record Pair(String name, String value) {}

  /// An element that says nothing itself.
  Markup(String name, List<Pair> attributes, List<Markup> children) {
    this(name, attributes, children, "");
  }

  /// An element without attributes and children.
  static Markup of(String name) {
    return new Markup(name, List.of(), List.of(), "");
  }

  /// An element that says something.
  static Markup saying(String name, Object content) {
    return new Markup(name, List.of(), List.of(), content.toString());
  }

  /// An amount of memory in KiB.
  static Markup kib(String name, long kib) {
    return saying(name, kib).with("unit", "KiB");
  }

  /// This element with one more attribute.
  Markup with(String attribute, Object value) {
    var more = new ArrayList<>(attributes);
    more.add(new Pair(attribute, value.toString()));
    return new Markup(name, more, children, content);
  }

  /// This element with one more attribute, if there is a value.
  Markup with(String attribute, Optional<?> value) {
    return value.isPresent() ? with(attribute, value.get()) : this;
  }

  /// This element with one more attribute, if there is a value.
  Markup with(String attribute, OptionalInt value) {
    return value.isPresent() ? with(attribute, value.getAsInt()) : this;
  }

  /// This element with one more child.
  Markup holding(Markup child) {
    return holding(List.of(child));
  }

  /// This element with one more child, if there is one.
  Markup holding(Optional<Markup> child) {
    return holding(child.stream().toList());
  }

  /// This element with an amount of memory in KiB inside, if there is one.
  Markup holdingKib(String child, OptionalLong kib) {
    return kib.isPresent() ? holding(kib(child, kib.getAsLong())) : this;
  }

  /// This element with more children.
  Markup holding(List<Markup> added) {
    var more = new ArrayList<>(children);
    more.addAll(added);
    return new Markup(name, attributes, more, content);
  }

  /// How the text is to look.
  ///
  /// @param lineBreak line end and indentation of the element itself; empty to write on one line
  /// @param step one step of indentation
  record Looks(char quote, String emptyTagEnd, String lineBreak, String step) {
    Looks deeper() {
      return lineBreak.isEmpty() ? this : new Looks(quote, emptyTagEnd, lineBreak + step, step);
    }
  }

  /// The text, without indentation before and line end after it.
  String text(Looks looks) {
    var text = new StringBuilder("<").append(name);
    for (var pair : attributes) {
      text.append(' ').append(pair.name()).append('=');
      text.append(looks.quote()).append(escaped(pair.value())).append(looks.quote());
    }
    if (children.isEmpty() && content.isEmpty()) {
      return text.append(looks.emptyTagEnd()).toString();
    }
    text.append('>').append(escaped(content));
    for (var child : children) {
      text.append(looks.deeper().lineBreak()).append(child.text(looks.deeper()));
    }
    if (!children.isEmpty()) {
      text.append(looks.lineBreak());
    }
    return text.append("</").append(name).append('>').toString();
  }

  /// Text that means itself between tags and between either quotes.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;")
        .replace("\"", "&quot;");
  }
}
