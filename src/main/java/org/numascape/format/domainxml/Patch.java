package org.numascape.format.domainxml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.numascape.format.domainxml.XmlText.Splice;

/// Collects changes to a text: attributes set, elements added and removed. All places are of the
/// text as it was.
final class Patch {

  private final XmlText xml;
  private final Layout layout;
  private final List<Splice> splices = new ArrayList<>();

  Patch(XmlText xml) {
    this.xml = xml;
    this.layout = new Layout(xml);
  }

  /// The text with everything done.
  XmlText done() {
    return xml.spliced(splices);
  }

  /// Gives an attribute a value, adding it after the others where it is not there.
  void set(XmlElement element, String name, String value) {
    var attribute = element.attribute(name);
    if (attribute.isPresent()) {
      splices.add(
          new Splice(
              attribute.get().valueStart(), attribute.get().valueEnd(), Markup.escaped(value)));
      return;
    }
    char quote = layout.quote(element);
    int at =
        element.attributes().isEmpty()
            ? element.span().start() + 1 + element.name().length()
            : element.attributes().getLast().end();
    splices.add(Splice.insert(at, " " + name + "=" + quote + Markup.escaped(value) + quote));
  }

  /// Takes an attribute away, with the white space before it.
  void unset(XmlElement element, String name) {
    element
        .attribute(name)
        .ifPresent(attribute -> {
          int start = attribute.start();
          while (Character.isWhitespace(xml.text().charAt(start - 1))) {
            start--;
          }
          splices.add(new Splice(start, attribute.end(), ""));
        });
  }

  /// Gives an attribute a value, or takes it away where there is none.
  void setOrUnset(XmlElement element, String name, Optional<?> value) {
    if (value.isPresent()) {
      set(element, name, value.get().toString());
    } else {
      unset(element, name);
    }
  }

  /// Gives an attribute an amount of memory, in the unit the element has where that comes out.
  void setKib(XmlElement element, String name, long kib) {
    set(element, name, Long.toString(inUnitOf(element, kib)));
  }

  /// Gives an element an amount of memory as its text, in the unit it has where that comes out.
  void sayKib(XmlElement element, long kib) {
    say(element, Long.toString(inUnitOf(element, kib)));
  }

  private long inUnitOf(XmlElement element, long kib) {
    var unit = element.value("unit");
    if (unit.isEmpty()) {
      return kib;
    }
    var whole =
        BigInteger.valueOf(kib).shiftLeft(10).divideAndRemainder(MemoryUnit.bytes(unit.get()));
    if (whole[1].signum() == 0) {
      return whole[0].longValueExact();
    }
    set(element, "unit", "KiB");
    return kib;
  }

  /// Gives an element another text and leaves comments and white space in it.
  void say(XmlElement element, String content) {
    splices.addAll(new Saying(xml, element).splices(content));
  }

  /// Takes an element away, with its line where it is alone on it.
  void remove(XmlElement element) {
    int after = layout.afterBlankLineRest(element.span().end());
    boolean alone = layout.indent(element).isPresent() && after >= 0;
    int start = alone ? layout.lineStart(element.span().start()) : element.span().start();
    splices.add(new Splice(start, alone ? after : element.span().end(), ""));
  }

  /// Writes an element in the place of another.
  void replace(XmlElement element, Markup markup) {
    var span = element.span();
    String lineBreak = layout.newline() + layout.indent(element).orElse("");
    var looks =
        new Markup.Looks(
            layout.quote(element), layout.emptyTagEnd(element), lineBreak, layout.step());
    splices.add(new Splice(span.start(), span.end(), markup.text(looks)));
  }

  /// Writes elements directly behind `sibling`, a child of `parent`.
  void addAfter(XmlElement parent, XmlElement sibling, List<Markup> added) {
    boolean linewise = layout.linewise(parent);
    int end = sibling.span().end();
    int at = linewise ? layout.endOfLine(end) : end;
    String indent = layout.indent(sibling).orElseGet(() -> layout.childIndent(parent));
    splices.add(
        Splice.insert(
            at, block(parent, Optional.of(sibling), linewise ? indent : null, added, true)));
  }

  /// Writes elements directly before `sibling`, a child of `parent`.
  void addBefore(XmlElement parent, XmlElement sibling, List<Markup> added) {
    var indent = layout.linewise(parent) ? layout.indent(sibling).orElse(null) : null;
    int start = sibling.span().start();
    int at = indent == null ? start : layout.lineStart(start);
    splices.add(Splice.insert(at, block(parent, Optional.of(sibling), indent, added, false)));
  }

  /// Writes elements as the last inside `parent`, opening it where it is an empty tag.
  void addLast(XmlElement parent, List<Markup> added) {
    if (!parent.children().isEmpty()) {
      addAfter(parent, parent.children().getLast(), added);
      return;
    }
    boolean linewise = layout.linewise(parent);
    String indent = linewise ? layout.childIndent(parent) : null;
    String inside = block(parent, Optional.empty(), indent, added, true);
    var span = parent.span();
    if (span.selfClosing()) {
      int slash = xml.text().lastIndexOf('/', span.end());
      while (Character.isWhitespace(xml.text().charAt(slash - 1))) {
        slash--;
      }
      String close = linewise ? layout.newline() + layout.indent(parent).orElse("") : "";
      splices.add(new Splice(slash, span.end(), ">" + inside + close + "</" + parent.name() + ">"));
      return;
    }
    int closeLine = layout.lineStart(span.closeStart());
    boolean closesAlone =
        linewise
            && closeLine > span.openEnd()
            && xml.text().substring(closeLine, span.closeStart()).isBlank();
    if (closesAlone) {
      splices.add(Splice.insert(closeLine, block(parent, Optional.empty(), indent, added, false)));
    } else {
      String close = linewise ? layout.newline() + layout.indent(parent).orElse("") : "";
      splices.add(Splice.insert(span.closeStart(), inside + close));
    }
  }

  private String block(
      XmlElement parent,
      Optional<XmlElement> sibling,
      @Nullable String indent,
      List<Markup> added,
      boolean breakFirst) {
    var near = sibling.orElse(parent);
    String lineBreak = indent == null ? "" : layout.newline() + indent;
    var looks =
        new Markup.Looks(
            layout.quote(near), layout.emptyTagEnd(near), lineBreak, layout.childStep(parent));
    var text = new StringBuilder();
    for (var markup : added) {
      if (indent == null) {
        text.append(markup.text(looks));
      } else if (breakFirst) {
        text.append(lineBreak).append(markup.text(looks));
      } else {
        text.append(indent).append(markup.text(looks)).append(layout.newline());
      }
    }
    return text.toString();
  }

  /// Writes elements into `parent` where `order` says: behind the last sibling that comes earlier,
  /// or of the same name, in it, else first; last where it says nothing.
  void addInOrder(XmlElement parent, List<String> order, List<Markup> added) {
    int rank = order.indexOf(added.getFirst().name());
    if (parent.children().isEmpty() || rank < 0) {
      addLast(parent, added);
      return;
    }
    var before =
        parent.children().stream()
            .filter(child -> order.contains(child.name()) && order.indexOf(child.name()) <= rank)
            .max(
                Comparator.comparingInt((XmlElement child) -> order.indexOf(child.name()))
                    .thenComparingInt(child -> child.span().start()));
    if (before.isPresent()) {
      addAfter(parent, before.get(), added);
    } else {
      addBefore(parent, parent.children().getFirst(), added);
    }
  }
}
