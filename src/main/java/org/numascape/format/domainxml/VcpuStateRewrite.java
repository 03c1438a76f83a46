package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.Domain;
import org.numascape.domain.VcpuState;
import org.numascape.format.FormatException;

/// `vcpus`: what is said of single vCPUs.
final class VcpuStateRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var reader = new VcpuReader(new Fields(xml), xml.root());
    var now = new HashMap<Integer, VcpuState>();
    reader.each().forEach(now::put);
    var missing = new TreeMap<Integer, VcpuState>();
    wanted.vcpus().each().forEach(vcpu -> missing.put(vcpu.id(), vcpu));
    if (List.copyOf(reader.each().values()).equals(wanted.vcpus().each())) {
      return xml;
    }
    if (missing.isEmpty()) {
      return Section.DOMAIN.single(xml, "vcpus", Optional.empty());
    }
    var patch = new Patch(xml);
    var gone = new ArrayList<XmlElement>();
    for (var element : Section.at("vcpus").elements(xml, "vcpu").toList()) {
      int id = new Fields(xml).count(element, "id").orElse(-1);
      var vcpu = missing.remove(id);
      if (vcpu == null) {
        gone.add(element);
      } else if (!vcpu.equals(now.get(id))) {
        patch.set(element, "enabled", vcpu.online() ? "yes" : "no");
        patch.set(element, "hotpluggable", vcpu.hotpluggable() ? "yes" : "no");
        patch.setOrUnset(element, "order", order(vcpu));
      }
    }
    gone.forEach(patch::remove);
    return Section.at("vcpus")
        .adding(patch.done(), missing.values().stream().map(VcpuStateRewrite::markup).toList());
  }

  private static Optional<Integer> order(VcpuState vcpu) {
    return vcpu.order().isPresent() ? Optional.of(vcpu.order().getAsInt()) : Optional.empty();
  }

  private static Markup markup(VcpuState vcpu) {
    return Markup.of("vcpu")
        .with("id", vcpu.id())
        .with("enabled", vcpu.online() ? "yes" : "no")
        .with("hotpluggable", vcpu.hotpluggable() ? "yes" : "no")
        .with("order", vcpu.order());
  }
}
