package org.numascape.format.domainxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.numascape.format.FormatException;

/// Walks over an XML text once and notes where its elements and attributes are.
///
/// It knows no document types and so no entities but the five of XML itself: there is nothing in it
/// that could expand or fetch. Source: XML 1.0, fifth edition.
final class XmlScanner {

  /// libxml2 stops at this depth too (`xmlParserMaxDepth`).
  private static final int DEPTH = 256;

  private final String source;
  private final String text;
  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<XmlElement> root = Optional.empty();
  private int at;

  /// An element whose end tag has not come yet.
  private static final class Open {
    private final String name;
    private final List<XmlAttribute> attributes;
    private final int start;
    private final int openEnd;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private boolean plain = true;

    Open(String name, List<XmlAttribute> attributes, int start, int openEnd) {
      this.name = name;
      this.attributes = attributes;
      this.start = start;
      this.openEnd = openEnd;
    }

    XmlElement closed(int closeStart, int end) {
      var span = new XmlElement.Span(start, openEnd, closeStart, end);
      return new XmlElement(name, attributes, children, content.toString(), plain, span);
    }
  }

  XmlScanner(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /// The one element that holds all others.
  XmlElement root() throws FormatException {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    while (at < text.length()) {
      if (text.charAt(at) == '<') {
        markup();
      } else {
        characters();
      }
    }
    if (!open.isEmpty()) {
      throw wrong(open.peek().start, "<" + open.peek().name + "> is never closed.");
    }
    return root.orElseThrow(
        () -> new FormatException(source, 0, "this is no XML: there is no element in it."));
  }

  private void markup() throws FormatException {
    if (text.startsWith("<!--", at)) {
      comment();
    } else if (text.startsWith("<![CDATA[", at)) {
      cdata();
    } else if (text.startsWith("<?", at)) {
      skipTo("?>", at + 2, "the processing instruction");
      soil();
    } else if (text.startsWith("<!", at)) {
      throw wrong(
          at,
          "a document type or entity declaration is not accepted, domain XML has none. Remove it.");
    } else if (text.startsWith("</", at)) {
      endTag();
    } else {
      startTag();
    }
  }

  private void comment() throws FormatException {
    int start = at;
    skipTo("-->", at + 4, "the comment");
    if (text.substring(start + 4, at - 3).contains("--")) {
      throw wrong(start, "\"--\" is not allowed inside a comment.");
    }
    soil();
  }

  private void cdata() throws FormatException {
    int start = at;
    skipTo("]]>", at + 9, "the CDATA section");
    if (open.isEmpty()) {
      throw wrong(start, "there is a CDATA section outside of the element that should hold all.");
    }
    open.peek().content.append(text, start + 9, at - 3);
    soil();
  }

  private void soil() {
    if (!open.isEmpty()) {
      open.peek().plain = false;
    }
  }

  private void characters() throws FormatException {
    int start = at;
    int next = text.indexOf('<', at);
    at = next < 0 ? text.length() : next;
    String raw = text.substring(start, at);
    if (raw.isBlank()) {
      if (!open.isEmpty()) {
        open.peek().content.append(raw);
      }
      return;
    }
    if (open.isEmpty()) {
      throw wrong(
          start + raw.indexOf(raw.strip()),
          "there is text outside of the element that should hold all.");
    }
    open.peek().content.append(resolved(start, raw));
    open.peek().plain = false;
  }

  private void startTag() throws FormatException {
    int start = at;
    at++;
    String name = name();
    var attributes = attributes(name);
    boolean empty = text.startsWith("/>", at);
    at += empty ? 2 : 1;
    if (open.isEmpty() && root.isPresent()) {
      throw wrong(start, "a second element, <" + name + ">, follows the one that should hold all.");
    }
    if (open.size() >= DEPTH) {
      throw wrong(start, "elements are nested deeper than " + DEPTH + " levels.");
    }
    var element = new Open(name, attributes, start, at);
    if (empty) {
      place(element.closed(at, at));
    } else {
      open.push(element);
    }
  }

  private List<XmlAttribute> attributes(String element) throws FormatException {
    var found = new ArrayList<XmlAttribute>();
    while (true) {
      boolean spaced = skipSpace();
      if (at >= text.length()) {
        throw wrong(at, "the text ends inside <" + element + ">.");
      }
      if (text.charAt(at) == '>' || text.startsWith("/>", at)) {
        return found;
      }
      if (!spaced) {
        throw wrong(at, "white space is missing between the attributes of <" + element + ">.");
      }
      var attribute = attribute();
      if (found.stream().anyMatch(other -> other.name().equals(attribute.name()))) {
        throw wrong(
            attribute.start(),
            "<" + element + "> has the attribute " + attribute.name() + " twice.");
      }
      found.add(attribute);
    }
  }

  private XmlAttribute attribute() throws FormatException {
    int start = at;
    String name = name();
    skipSpace();
    if (at >= text.length() || text.charAt(at) != '=') {
      throw wrong(at, "the attribute " + name + " has no value.");
    }
    at++;
    skipSpace();
    if (at >= text.length() || (text.charAt(at) != '"' && text.charAt(at) != '\'')) {
      throw wrong(at, "the value of the attribute " + name + " is not in quotes.");
    }
    int valueStart = at + 1;
    int valueEnd = text.indexOf(text.charAt(at), valueStart);
    if (valueEnd < 0) {
      throw wrong(at, "the value of the attribute " + name + " has no closing quote.");
    }
    String raw = text.substring(valueStart, valueEnd);
    if (raw.indexOf('<') >= 0) {
      throw wrong(at, "the value of the attribute " + name + " contains \"<\"; write \"&lt;\".");
    }
    at = valueEnd + 1;
    String spaced =
        raw.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    return new XmlAttribute(name, resolved(valueStart, spaced), start, valueStart, valueEnd);
  }

  private void endTag() throws FormatException {
    int start = at;
    at += 2;
    String name = name();
    skipSpace();
    if (at >= text.length() || text.charAt(at) != '>') {
      throw wrong(start, "the end tag of " + name + " has no \">\".");
    }
    at++;
    if (open.isEmpty() || !open.peek().name.equals(name)) {
      String expected = open.isEmpty() ? "nothing is open" : "<" + open.peek().name + "> is open";
      throw wrong(start, "</" + name + "> closes nothing here: " + expected + ".");
    }
    place(open.pop().closed(start, at));
  }

  private void place(XmlElement element) {
    if (open.isEmpty()) {
      root = Optional.of(element);
    } else {
      open.peek().children.add(element);
    }
  }

  private String name() throws FormatException {
    int start = at;
    while (at < text.length() && nameCharacter(text.charAt(at), at == start)) {
      at++;
    }
    if (at == start) {
      throw wrong(start, "a name is expected here; write \"&lt;\" where \"<\" is meant as text.");
    }
    return text.substring(start, at);
  }

  private static boolean nameCharacter(char c, boolean first) {
    boolean starts = Character.isLetter(c) || c == '_' || c == ':' || Character.isSurrogate(c);
    return starts || (!first && (Character.isDigit(c) || c == '-' || c == '.' || c == '\u00B7'));
  }

  private boolean skipSpace() {
    int start = at;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > start;
  }

  private void skipTo(String end, int from, String what) throws FormatException {
    int found = text.indexOf(end, from);
    if (found < 0) {
      throw wrong(at, what + " never ends.");
    }
    at = found + end.length();
  }

  private String resolved(int offset, String raw) throws FormatException {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    var result = new StringBuilder();
    int copied = 0;
    for (int amp = raw.indexOf('&'); amp >= 0; amp = raw.indexOf('&', copied)) {
      int end = raw.indexOf(';', amp);
      if (end < 0) {
        throw wrong(offset + amp, "\"&\" begins a reference that has no \";\"; write \"&amp;\".");
      }
      result.append(raw, copied, amp).append(reference(offset + amp, raw.substring(amp + 1, end)));
      copied = end + 1;
    }
    return result.append(raw, copied, raw.length()).toString();
  }

  private String reference(int offset, String name) throws FormatException {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "apos" -> "'";
      case "quot" -> "\"";
      default -> {
        try {
          int code =
              name.startsWith("#x")
                  ? Integer.parseInt(name.substring(2), 16)
                  : name.startsWith("#") ? Integer.parseInt(name.substring(1)) : -1;
          if (code > 0) {
            yield Character.toString(code);
          }
        } catch (IllegalArgumentException _) {
          throw wrong(offset, "&" + name + "; names no character.");
        }
        throw wrong(offset, "the entity &" + name + "; is not known.");
      }
    };
  }

  private FormatException wrong(int offset, String what) {
    return new FormatException(source, line(text, offset), what);
  }

  /// The line a place is on, counted from 1; a CR, an LF and both together end a line.
  static int line(String text, int offset) {
    int line = 1;
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'));
      line += ends ? 1 : 0;
    }
    return line;
  }
}
