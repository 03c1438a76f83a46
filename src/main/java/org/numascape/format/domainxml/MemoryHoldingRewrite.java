package org.numascape.format.domainxml;

import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemorySource;

/// `memoryBacking`: its `source`, `access`, `allocation` and `discard`.
final class MemoryHoldingRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var backing = wanted.backing();
    var reader = new MemoryReader(new Fields(xml), xml.root());
    var changed =
        backing.source().equals(reader.source())
            ? xml
            : word(xml, "source", "type", backing.source().map(MemorySource::word));
    if (!backing.access().equals(reader.access())) {
      changed = word(changed, "access", "mode", backing.access().map(MemoryAccess::word));
    }
    changed = allocation(changed, backing.allocation());
    return Section.MEMORY_BACKING.single(
        changed,
        "discard",
        backing.discard() ? Optional.of(Markup.of("discard")) : Optional.empty());
  }

  private static XmlText word(XmlText xml, String name, String attribute, Optional<String> wanted) {
    var present = Section.MEMORY_BACKING.elements(xml, name).findFirst();
    if (present.isEmpty() || wanted.isEmpty()) {
      return Section.MEMORY_BACKING.single(
          xml, name, wanted.map(word -> Markup.of(name).with(attribute, word)));
    }
    var patch = new Patch(xml);
    patch.set(present.get(), attribute, wanted.get());
    return patch.done();
  }

  private static XmlText allocation(XmlText xml, Optional<MemoryAllocation> wanted) {
    var present = Section.MEMORY_BACKING.elements(xml, "allocation").findFirst();
    var mode = wanted.flatMap(MemoryAllocation::mode).map(MemoryAllocation.Mode::word);
    var threads = wanted.flatMap(one -> Fields.boxed(one.threads()));
    if (present.isEmpty() || wanted.isEmpty()) {
      return Section.MEMORY_BACKING.single(
          xml,
          "allocation",
          wanted.map(_ -> Markup.of("allocation").with("mode", mode).with("threads", threads)));
    }
    var element = present.get();
    var now = new MemoryReader(new Fields(xml), xml.root()).allocation(element);
    var patch = new Patch(xml);
    if (!now.mode().equals(wanted.get().mode())) {
      patch.setOrUnset(element, "mode", mode);
    }
    if (!now.threads().equals(wanted.get().threads())) {
      patch.setOrUnset(element, "threads", threads);
    }
    return patch.done();
  }
}
