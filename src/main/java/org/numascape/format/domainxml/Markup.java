package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;

/// An element to be written that is not in the text yet. Values are list texts, words and numbers:
/// nothing that would have to be escaped.
record Markup(String name, List<Pair> attributes, List<Markup> children) {

  /// An attribute to be written.
  record Pair(String name, String value) {}

  /// An element without attributes and children.
  static Markup of(String name) {
    return new Markup(name, List.of(), List.of());
  }

  /// This element with one more attribute.
  Markup with(String attribute, Object value) {
    var more = new ArrayList<>(attributes);
    more.add(new Pair(attribute, value.toString()));
    return new Markup(name, more, children);
  }

  /// This element with one more child.
  Markup holding(Markup child) {
    var more = new ArrayList<>(children);
    more.add(child);
    return new Markup(name, attributes, more);
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
      text.append(looks.quote()).append(pair.value()).append(looks.quote());
    }
    if (children.isEmpty()) {
      return text.append(looks.emptyTagEnd()).toString();
    }
    text.append('>');
    for (var child : children) {
      text.append(looks.deeper().lineBreak()).append(child.text(looks.deeper()));
    }
    return text.append(looks.lineBreak()).append("</").append(name).append('>').toString();
  }
}
