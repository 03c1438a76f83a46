package org.numascape.format.domainxml;

import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;

/// `numatune/memory`: the common rule, or the word that leaves it to numad.
final class MemoryTuneRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var now = new NumaTuneReader(new Fields(xml), xml.root()).read();
    var tune = wanted.numaTune();
    boolean same =
        now.memory().equals(tune.memory())
            && now.automatic() == tune.automatic()
            && now.automaticMode() == tune.automaticMode();
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
      automatic(patch, present.get(), tune);
    }
    return patch.done();
  }

  private static void automatic(Patch patch, XmlElement memory, NumaTune tune) {
    String mode = memory.value("mode").orElse("strict");
    if (!mode.equals(tune.automaticMode().word())) {
      patch.set(memory, "mode", tune.automaticMode().word());
    }
    if (memory.value("placement").filter("auto"::equals).isEmpty()) {
      patch.set(memory, "placement", "auto");
    }
    patch.unset(memory, "nodeset");
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
            tune.automatic()
                ? Optional.of(
                    (tune.automaticMode() == MemoryMode.STRICT
                            ? memory
                            : memory.with("mode", tune.automaticMode().word()))
                        .with("placement", "auto"))
                : Optional.empty());
  }
}
