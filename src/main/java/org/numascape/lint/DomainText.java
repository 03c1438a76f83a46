package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.format.domainxml.XmlAttribute;
import org.numascape.format.domainxml.XmlElement;

/// A domain XML as rules of this package see it: elements with their places, and how to write near
/// them.
record DomainText(String text, XmlElement root) {

  /// An element and the names of what it is in, outermost first.
  record Inside(XmlElement element, List<String> path) {}

  /// Every element, with its path, that is libvirt's own: metadata and other namespaces are
  /// others'.
  List<Inside> elements() {
    var found = new ArrayList<Inside>();
    collect(root, List.of(), found);
    return found;
  }

  private static void collect(XmlElement element, List<String> path, List<Inside> found) {
    found.add(new Inside(element, path));
    var inside = new ArrayList<>(path);
    inside.add(element.name());
    for (var child : element.children()) {
      boolean foreign = child.name().contains(":") || child.value("xmlns").isPresent();
      if (!foreign && !child.name().equals("metadata")) {
        collect(child, inside, found);
      }
    }
  }

  /// The cells of all `<cpu>` elements.
  List<XmlElement> cells() {
    return root.at("cpu", "numa", "cell").toList();
  }

  static Span span(XmlElement element) {
    return new Span(element.span().start(), element.span().end());
  }

  /// The start tag alone, where a whole element would be the whole text.
  static Span tag(XmlElement element) {
    return new Span(element.span().start(), element.span().openEnd());
  }

  static Span span(XmlAttribute attribute) {
    return new Span(attribute.start(), attribute.valueEnd() + 1);
  }

  String written(XmlElement element) {
    return text.substring(element.span().start(), element.span().end());
  }

  /// Takes an element out, with its line where it has one of its own.
  Splice without(XmlElement element) {
    int start = element.span().start();
    int line = start;
    while (line > 0 && " \t".indexOf(text.charAt(line - 1)) >= 0) {
      line--;
    }
    int end = element.span().end();
    int next = end;
    while (next < text.length() && " \t\r".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    boolean alone =
        (line == 0 || text.charAt(line - 1) == '\n')
            && next < text.length()
            && text.charAt(next) == '\n';
    return alone ? Splice.remove(line, next + 1) : Splice.remove(start, end);
  }

  /// Takes an attribute out, with the white space before it.
  Splice without(XmlAttribute attribute) {
    int start = attribute.start();
    while (Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return Splice.remove(start, attribute.valueEnd() + 1);
  }

  static Splice value(XmlAttribute attribute, String value) {
    return new Splice(attribute.valueStart(), attribute.valueEnd(), value);
  }

  /// Puts lines in as the last of an element. The element is opened where it is an empty tag.
  Splice lastIn(XmlElement parent, List<String> lines) {
    var span = parent.span();
    String indent = indent(parent);
    String step = "\n" + indent + "  ";
    String written = String.join("", lines.stream().map(line -> step + line).toList());
    if (span.closeStart() == span.end()) {
      int slash = text.lastIndexOf('/', span.end() - 1);
      return new Splice(
          slash, span.end(), ">" + written + "\n" + indent + "</" + parent.name() + ">");
    }
    int line = text.lastIndexOf('\n', span.closeStart()) + 1;
    boolean closesAlone =
        line > span.openEnd() && text.substring(line, span.closeStart()).isBlank();
    return closesAlone
        ? Splice.insert(line, written.substring(1) + "\n")
        : Splice.insert(span.closeStart(), written + "\n" + indent);
  }

  /// Puts a line in behind an element.
  Splice behind(XmlElement sibling, String line) {
    return Splice.insert(sibling.span().end(), "\n" + indent(sibling) + line);
  }

  private String indent(XmlElement element) {
    int line = text.lastIndexOf('\n', element.span().start()) + 1;
    String before = text.substring(line, element.span().start());
    return before.isBlank() ? before : "";
  }

  /// The element that paths start from, at a path below the root.
  Optional<XmlElement> at(String... path) {
    return root.at(path).findFirst();
  }

  Stream<XmlElement> all(String... path) {
    return root.at(path);
  }
}
