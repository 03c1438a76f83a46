package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.domainxml.XmlText.Splice;

/// The text an element says, to be said otherwise: comments and white space in it stay.
record Saying(XmlText xml, XmlElement element) {

  /// What makes the element say this. The first run of text becomes it, any other goes.
  List<Splice> splices(String content) {
    String written = Markup.escaped(content);
    var span = element.span();
    if (span.selfClosing()) {
      return List.of(opened(written));
    }
    var splices = new ArrayList<Splice>();
    for (int at = span.openEnd(); at < span.closeStart(); ) {
      int next = endOfRun(at, span.closeStart());
      String run = xml.text().substring(at, next);
      boolean said = !run.startsWith("<") || run.startsWith("<![CDATA[");
      if (said && !run.isBlank()) {
        int first = at + run.indexOf(run.strip());
        splices.add(new Splice(first, first + run.strip().length(), written));
        written = "";
      }
      at = next;
    }
    if (!written.isEmpty()) {
      splices.add(Splice.insert(span.openEnd(), written));
    }
    return splices;
  }

  private Splice opened(String written) {
    int end = element.span().end();
    int slash = xml.text().lastIndexOf('/', end);
    while (Character.isWhitespace(xml.text().charAt(slash - 1))) {
      slash--;
    }
    return new Splice(slash, end, ">" + written + "</" + element.name() + ">");
  }

  /// Where a run of text, or a comment or other markup, ends.
  private int endOfRun(int at, int limit) {
    if (!xml.text().startsWith("<", at)) {
      int next = xml.text().indexOf('<', at);
      return next < 0 || next > limit ? limit : next;
    }
    String end =
        xml.text().startsWith("<!--", at)
            ? "-->"
            : xml.text().startsWith("<![CDATA[", at) ? "]]>" : ">";
    return xml.text().indexOf(end, at) + end.length();
  }
}
