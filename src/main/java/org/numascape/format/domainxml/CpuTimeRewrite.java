package org.numascape.format.domainxml;

import java.util.Optional;
import java.util.OptionalLong;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// `shares`, and `period` and `quota` of all kinds.
final class CpuTimeRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var tune = wanted.cpuTune();
    var changed = amount(xml, "shares", tune.shares());
    for (var scope : Bandwidth.Scope.values()) {
      var time = tune.bandwidth(scope);
      changed = amount(changed, scope.element("period"), time.period());
      changed = amount(changed, scope.element("quota"), time.quota());
    }
    return changed;
  }

  private static XmlText amount(XmlText xml, String name, OptionalLong wanted) {
    var present = Section.CPU_TUNE.elements(xml, name).findFirst();
    var now =
        present
            .map(found -> new Fields(xml).signed(found.text()))
            .orElse(wanted.isEmpty() ? wanted : OptionalLong.empty());
    if (now.equals(wanted)) {
      return xml;
    }
    if (present.isEmpty() || wanted.isEmpty()) {
      return Section.CPU_TUNE.single(
          xml,
          name,
          wanted.isEmpty()
              ? Optional.empty()
              : Optional.of(Markup.saying(name, wanted.getAsLong())));
    }
    var patch = new Patch(xml);
    patch.say(present.get(), Long.toString(wanted.getAsLong()));
    return patch.done();
  }
}
