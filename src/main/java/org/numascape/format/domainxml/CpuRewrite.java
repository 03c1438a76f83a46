package org.numascape.format.domainxml;

import java.util.Optional;
import org.numascape.domain.Cpu;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// `cpu`: its mode, model, words on caches, and topology.
final class CpuRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var now = new CpuReader(new Fields(xml), xml.root()).read();
    var want = wanted.cpu();
    var chosen = model(mode(xml, now.mode(), want.mode()), now.model(), want.model());
    return topology(cache(chosen, now, want), now.topology(), want.topology());
  }

  private static XmlText mode(XmlText xml, Optional<CpuMode> now, Optional<CpuMode> want) {
    if (now.equals(want)) {
      return xml;
    }
    var cpu = xml.root().child("cpu");
    var word = want.map(CpuMode::word);
    if (cpu.isEmpty()) {
      return Section.DOMAIN.single(xml, "cpu", Optional.of(Markup.of("cpu").with("mode", word)));
    }
    var patch = new Patch(xml);
    patch.setOrUnset(cpu.get(), "mode", word);
    return Section.CPU.pruned(patch.done());
  }

  private static XmlText model(XmlText xml, Optional<String> now, Optional<String> want) {
    if (now.equals(want)) {
      return xml;
    }
    var present = Section.CPU.elements(xml, "model").findFirst();
    if (present.isEmpty() || want.isEmpty()) {
      return Section.CPU.single(xml, "model", want.map(name -> Markup.saying("model", name)));
    }
    var patch = new Patch(xml);
    patch.say(present.get(), want.get());
    return patch.done();
  }

  private static XmlText cache(XmlText xml, Cpu now, Cpu want) {
    if (now.cache().equals(want.cache())) {
      return xml;
    }
    var present = Section.CPU.elements(xml, "cache").findFirst();
    if (present.isEmpty() || want.cache().isEmpty()) {
      return Section.CPU.single(xml, "cache", want.cache().map(CpuRewrite::markup));
    }
    var patch = new Patch(xml);
    patch.setOrUnset(present.get(), "level", Fields.boxed(want.cache().get().level()));
    patch.set(present.get(), "mode", want.cache().get().mode());
    return patch.done();
  }

  private static Markup markup(CpuCache cache) {
    return Markup.of("cache").with("level", cache.level()).with("mode", cache.mode());
  }

  private static XmlText topology(
      XmlText xml, Optional<CpuTopology> now, Optional<CpuTopology> want) {
    if (now.equals(want)) {
      return xml;
    }
    var present = Section.CPU.elements(xml, "topology").findFirst();
    if (present.isEmpty() || want.isEmpty()) {
      return Section.CPU.single(xml, "topology", want.map(CpuRewrite::markup));
    }
    var patch = new Patch(xml);
    var element = present.get();
    count(patch, element, "sockets", want.get().sockets());
    count(patch, element, "dies", want.get().dies());
    count(patch, element, "clusters", want.get().clusters());
    count(patch, element, "cores", want.get().cores());
    count(patch, element, "threads", want.get().threads());
    return patch.done();
  }

  /// Dies and clusters are 1 where nothing is said.
  private static void count(Patch patch, XmlElement topology, String name, int count) {
    var said = topology.value(name).map(String::strip);
    boolean silent = said.isEmpty() && count == 1;
    if (!silent && said.filter(Integer.toString(count)::equals).isEmpty()) {
      patch.set(topology, name, Integer.toString(count));
    }
  }

  private static Markup markup(CpuTopology want) {
    var markup = Markup.of("topology").with("sockets", want.sockets());
    if (want.dies() > 1) {
      markup = markup.with("dies", want.dies());
    }
    if (want.clusters() > 1) {
      markup = markup.with("clusters", want.clusters());
    }
    return markup.with("cores", want.cores()).with("threads", want.threads());
  }
}
