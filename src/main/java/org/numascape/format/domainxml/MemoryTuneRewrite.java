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
    var tune = wanted.numaTune();
    var now = unreadable(xml) ? NumaTune.NONE : NumaTuneReader.of(xml);
    boolean same =
        now.memory().equals(tune.memory())
            && now.automatic() == tune.automatic()
            && now.automaticMode() == tune.automaticMode();
    if (same && !unreadable(xml)) {
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

  /// Whether there is a mode for nodes that nobody names any more: numad placed the vCPUs, and with
  /// them the memory, until the vCPUs were taken from it.
  private static boolean unreadable(XmlText xml) {
    boolean byNumad =
        xml.root()
            .child("vcpu")
            .flatMap(vcpu -> vcpu.value("placement"))
            .filter("auto"::equals)
            .isPresent();
    return !byNumad
        && Section.NUMA_TUNE
            .elements(xml, "memory")
            .findFirst()
            .filter(memory -> memory.value("mode").isPresent())
            .filter(memory -> memory.value("placement").isEmpty())
            .filter(memory -> memory.value("nodeset").isEmpty())
            .isPresent();
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
