package org.numascape.format.domainxml;

import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;

/// `numatune/memory`: the common rule, or the word that leaves it to numad.
final class MemoryTuneRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var now = new NumaTuneReader(new Fields(xml), xml.root()).read();
    var tune = wanted.numaTune();
    boolean same = now.memory().equals(tune.memory()) && now.automatic() == tune.automatic();
    if (same) {
      return xml;
    }
    var present = Section.NUMA_TUNE.elements(xml, "memory").findFirst();
    if (present.isEmpty() || (tune.memory().isEmpty() && !tune.automatic())) {
      return Section.NUMA_TUNE.single(xml, "memory", markup(tune));
    }
    var patch = new Patch(xml);
    if (tune.memory().isPresent()) {
      bound(patch, present.get(), tune.memory().get(), now);
    } else {
      patch.set(present.get(), "placement", "auto");
      patch.unset(present.get(), "nodeset");
    }
    return patch.done();
  }

  private static void bound(Patch patch, XmlElement memory, MemoryBinding rule, NumaTune now) {
    String mode = memory.value("mode").orElse("strict");
    if (!mode.equals(rule.mode().word())) {
      patch.set(memory, "mode", rule.mode().word());
    }
    if (memory.value("placement").filter("auto"::equals).isPresent()) {
      patch.set(memory, "placement", "static");
    }
    if (now.memory().map(MemoryBinding::nodes).filter(rule.nodes()::equals).isEmpty()) {
      patch.set(memory, "nodeset", rule.nodes().toString());
    }
  }

  private static Optional<Markup> markup(NumaTune tune) {
    var memory = Markup.of("memory");
    return tune.memory()
        .map(rule -> memory.with("mode", rule.mode().word()).with("nodeset", rule.nodes()))
        .or(() ->
            tune.automatic() ? Optional.of(memory.with("placement", "auto")) : Optional.empty());
  }
}
