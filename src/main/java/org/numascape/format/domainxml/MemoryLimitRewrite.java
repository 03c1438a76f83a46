package org.numascape.format.domainxml;

import java.util.Optional;
import java.util.OptionalLong;
import org.numascape.domain.Domain;

/// `memtune`: the limits.
final class MemoryLimitRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var tune = wanted.memory().tune();
    var changed = limit(xml, "hard_limit", tune.hardLimit());
    changed = limit(changed, "soft_limit", tune.softLimit());
    return limit(changed, "swap_hard_limit", tune.swapHardLimit());
  }

  private static XmlText limit(XmlText xml, String name, OptionalLong wanted) {
    var present = Section.MEMORY_TUNE.elements(xml, name).findFirst();
    var now = present.map(found -> new Fields(xml).amount(found)).orElse(OptionalLong.empty());
    if (now.equals(wanted)) {
      return xml;
    }
    if (present.isEmpty() || wanted.isEmpty()) {
      var markup =
          wanted.isEmpty()
              ? Optional.<Markup>empty()
              : Optional.of(Markup.kib(name, wanted.getAsLong()));
      return Section.MEMORY_TUNE.single(xml, name, markup);
    }
    var patch = new Patch(xml);
    patch.sayKib(present.get(), wanted.getAsLong());
    return patch.done();
  }
}
