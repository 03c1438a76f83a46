package org.numascape.format.domainxml;

import org.numascape.domain.Domain;

/// `name`.
final class NameRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var patch = new Patch(xml);
    xml.root()
        .child("name")
        .filter(name -> !name.text().equals(wanted.name()))
        .ifPresent(name -> patch.say(name, wanted.name()));
    return patch.done();
  }
}
