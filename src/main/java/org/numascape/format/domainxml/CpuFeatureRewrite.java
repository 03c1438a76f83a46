package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.TreeMap;
import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// `cpu/feature`: what of its model the guest's CPU shall have and not have.
final class CpuFeatureRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var now = new CpuReader(new Fields(xml), xml.root()).features();
    if (now.equals(wanted.cpu().features())) {
      return xml;
    }
    var missing = new TreeMap<>(wanted.cpu().features());
    var gone = new ArrayList<String>();
    var patch = new Patch(xml);
    for (var element : Section.CPU.elements(xml, "feature").toList()) {
      String name = element.value("name").orElse("");
      var policy = missing.remove(name);
      if (policy == null) {
        gone.add(name);
      } else if (!policy.equals(now.get(name))) {
        patch.set(element, "policy", policy);
      }
    }
    var added =
        missing.entrySet().stream()
            .map(feature ->
                Markup.of("feature")
                    .with("policy", feature.getValue())
                    .with("name", feature.getKey()))
            .toList();
    var changed = Section.CPU.adding(patch.done(), added);
    return Section.CPU.removing(
        changed,
        Section.CPU
            .elements(changed, "feature")
            .filter(element -> element.value("name").filter(gone::contains).isPresent())
            .toList());
  }
}
