package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import org.numascape.domain.Domain;
import org.numascape.domain.Interconnect;
import org.numascape.format.FormatException;

/// `cpu/numa/interconnects`: a link that is wanted stays as it is written, others go, new ones come
/// last of their kind.
final class InterconnectRewrite implements Rewrite {

  private static final Section LINKS = Section.at("cpu", "numa", "interconnects");

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var reader = new InterconnectReader(new Fields(xml), xml.root());
    if (reader.read().equals(wanted.cpu().interconnects())) {
      return xml;
    }
    var missing = new ArrayList<>(wanted.cpu().interconnects());
    var changed = xml;
    for (var kind : Interconnect.Kind.values()) {
      var gone = new ArrayList<XmlElement>();
      for (var element : LINKS.elements(changed, kind.word()).toList()) {
        var link = new InterconnectReader(new Fields(changed), changed.root()).link(kind, element);
        if (link.isEmpty() || !missing.remove(link.get())) {
          gone.add(element);
        }
      }
      var fresh = missing.stream().filter(link -> link.kind() == kind).toList();
      var starts = gone.stream().map(element -> element.span().start()).toList();
      var kept =
          LINKS
              .elements(changed, kind.word())
              .filter(element -> !starts.contains(element.span().start()))
              .toList();
      changed = written(changed, gone, kept, fresh);
    }
    return changed;
  }

  /// Adding first would move the places of what goes, and removing first could take the parent.
  private static XmlText written(
      XmlText xml, List<XmlElement> gone, List<XmlElement> kept, List<Interconnect> fresh) {
    if (fresh.isEmpty()) {
      return LINKS.removing(xml, gone);
    }
    var added = fresh.stream().map(InterconnectRewrite::markup).toList();
    if (gone.isEmpty() || !kept.isEmpty()) {
      var patch = new Patch(xml);
      gone.forEach(patch::remove);
      return LINKS.adding(patch.done(), added);
    }
    return LINKS.adding(LINKS.removing(xml, gone), added);
  }

  private static Markup markup(Interconnect link) {
    var markup =
        Markup.of(link.kind().word())
            .with("initiator", link.initiator())
            .with("target", link.target())
            .with("cache", link.cache())
            .with("type", link.access().word())
            .with("value", link.value());
    return link.kind() == Interconnect.Kind.BANDWIDTH ? markup.with("unit", "KiB") : markup;
  }
}
