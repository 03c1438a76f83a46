package org.numascape.format.domainxml;

import java.util.Optional;
import java.util.OptionalLong;
import org.numascape.domain.Domain;
import org.numascape.domain.MaxMemory;
import org.numascape.format.FormatException;

/// `memory`, `currentMemory` and `maxMemory`.
///
/// libvirt takes the sum of cells and devices for `memory`, whatever it says; so it is written only
/// where the sum changes or the cells go, and then it is right.
final class MemorySizeRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var now = DomainReader.read(xml);
    return maximum(
        current(total(xml, now, wanted), now, wanted),
        now.memory().maximum(),
        wanted.memory().maximum());
  }

  private static XmlText total(XmlText xml, Domain now, Domain wanted) {
    var present = xml.root().child("memory");
    boolean said =
        !wanted.cells().isEmpty()
            || now.cells().isEmpty()
            || present.filter(memory -> says(xml, memory, wanted.totalKib())).isPresent();
    boolean same = now.totalKib() == wanted.totalKib() && now.memoryKib() == wanted.memoryKib();
    if (same && said) {
      return xml;
    }
    if (present.isEmpty()) {
      return Section.DOMAIN.adding(xml, java.util.List.of(Markup.kib("memory", wanted.totalKib())));
    }
    var patch = new Patch(xml);
    patch.sayKib(present.get(), wanted.totalKib());
    return patch.done();
  }

  private static boolean says(XmlText xml, XmlElement memory, long kib) {
    return new Fields(xml).amount(memory).equals(OptionalLong.of(kib));
  }

  private static XmlText current(XmlText xml, Domain now, Domain wanted) {
    var current = wanted.memory().currentKib();
    if (current.equals(now.memory().currentKib())) {
      return xml;
    }
    return amount(xml, "currentMemory", current);
  }

  private static XmlText amount(XmlText xml, String name, OptionalLong kib) {
    var present = xml.root().child(name);
    if (present.isEmpty() || kib.isEmpty()) {
      var markup =
          kib.isEmpty() ? Optional.<Markup>empty() : Optional.of(Markup.kib(name, kib.getAsLong()));
      return Section.DOMAIN.single(xml, name, markup);
    }
    var patch = new Patch(xml);
    patch.sayKib(present.get(), kib.getAsLong());
    return patch.done();
  }

  private static XmlText maximum(XmlText xml, Optional<MaxMemory> now, Optional<MaxMemory> wanted) {
    var present = xml.root().child("maxMemory");
    if (now.equals(wanted)) {
      return xml;
    }
    if (present.isEmpty() || wanted.isEmpty()) {
      var markup =
          wanted.map(most ->
              Markup.saying("maxMemory", most.kib())
                  .with("slots", most.slots())
                  .with("unit", "KiB"));
      return Section.DOMAIN.single(xml, "maxMemory", markup);
    }
    var patch = new Patch(xml);
    if (now.map(MaxMemory::kib).filter(kib -> kib == wanted.get().kib()).isEmpty()) {
      patch.sayKib(present.get(), wanted.get().kib());
    }
    if (now.map(MaxMemory::slots).filter(slots -> slots == wanted.get().slots()).isEmpty()) {
      patch.set(present.get(), "slots", Integer.toString(wanted.get().slots()));
    }
    return patch.done();
  }
}
