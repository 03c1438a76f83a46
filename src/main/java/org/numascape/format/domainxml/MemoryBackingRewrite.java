package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryBacking.Page;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// `memoryBacking`: its huge pages, `locked` and `nosharepages`.
final class MemoryBackingRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var backing = wanted.backing();
    var changed = flag(xml, "locked", backing.locked());
    changed = flag(changed, "nosharepages", backing.noSharePages());
    var present = Section.MEMORY_BACKING.elements(changed, "hugepages").toList();
    if (!backing.hugePages() || present.isEmpty()) {
      return Section.MEMORY_BACKING.single(changed, "hugepages", hugePages(backing));
    }
    return pages(changed, backing.pages());
  }

  private static XmlText flag(XmlText xml, String name, boolean wanted) {
    return Section.MEMORY_BACKING.single(
        xml, name, wanted ? Optional.of(Markup.of(name)) : Optional.empty());
  }

  private static Optional<Markup> hugePages(MemoryBacking backing) {
    if (!backing.hugePages()) {
      return Optional.empty();
    }
    return Optional.of(
        new Markup("hugepages", List.of(), backing.pages().stream().map(p -> markup(p)).toList()));
  }

  private static Markup markup(Page page) {
    var markup = Markup.of("page").with("size", page.size().kib()).with("unit", "KiB");
    return page.cells().map(cells -> markup.with("nodeset", cells)).orElse(markup);
  }

  /// A `page` that serves the same cells as before only gets another size; others are taken out,
  /// new ones go last. Where that would not give the order wanted, all are written anew.
  private static XmlText pages(XmlText xml, List<Page> wanted) throws FormatException {
    var fields = new Fields(xml);
    var patch = new Patch(xml);
    var missing = new ArrayList<>(wanted);
    var kept = new ArrayList<Optional<CpuSet>>();
    var present = elements(xml);
    for (var element : present) {
      Optional<CpuSet> cells = fields.cpus(element, "nodeset");
      var match = missing.stream().filter(page -> page.cells().equals(cells)).findFirst();
      if (match.isEmpty()) {
        patch.remove(element);
      } else {
        missing.remove(match.get());
        kept.add(cells);
        resize(fields, patch, element, match.get().size());
      }
    }
    var first = wanted.stream().limit(kept.size()).map(Page::cells).toList();
    if (first.equals(kept)) {
      return added(patch.done(), missing);
    }
    var anew = new Patch(xml);
    present.forEach(anew::remove);
    return added(anew.done(), wanted);
  }

  private static List<XmlElement> elements(XmlText xml) {
    return xml.root().at("memoryBacking", "hugepages", "page").toList();
  }

  private static XmlText added(XmlText xml, List<Page> pages) {
    if (pages.isEmpty()) {
      return xml;
    }
    var patch = new Patch(xml);
    var hugePages = Section.MEMORY_BACKING.elements(xml, "hugepages").findFirst().orElseThrow();
    patch.addLast(hugePages, pages.stream().map(MemoryBackingRewrite::markup).toList());
    return patch.done();
  }

  private static void resize(Fields fields, Patch patch, XmlElement element, PageSize size)
      throws FormatException {
    if (fields.kib(element, fields.required(element, "size")) == size.kib()) {
      return;
    }
    patch.set(element, "size", Long.toString(size.kib()));
    boolean otherUnit = element.value("unit").filter(unit -> !unit.equals("KiB")).isPresent();
    if (otherUnit) {
      patch.set(element, "unit", "KiB");
    }
  }
}
