package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.CellCache;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryAccess;
import org.numascape.format.FormatException;

/// `cpu/numa/cell`, with its distances and caches.
final class CellRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var now = new TreeMap<Integer, GuestCell>();
    new CpuReader(new Fields(xml), xml.root()).cells().forEach(cell -> now.put(cell.id(), cell));
    if (List.copyOf(now.values()).equals(wanted.cells())) {
      return xml;
    }
    var missing = new TreeMap<Integer, GuestCell>();
    wanted.cells().forEach(cell -> missing.put(cell.id(), cell));
    var patch = new Patch(xml);
    var gone = new ArrayList<XmlElement>();
    var elements = Section.CELLS.elements(xml, "cell").toList();
    boolean renumber = elements.size() > missing.size();
    for (int position = 0; position < elements.size(); position++) {
      var element = elements.get(position);
      int id = new Fields(xml).count(element, "id").orElse(position);
      var cell = missing.remove(id);
      if (cell == null) {
        gone.add(element);
        continue;
      }
      if (renumber && element.value("id").isEmpty()) {
        patch.set(element, "id", Integer.toString(id));
      }
      var old = now.get(id);
      if (old != null && !cell.equals(old)) {
        changed(patch, element, old, cell);
      }
    }
    if (missing.isEmpty() && gone.size() == elements.size()) {
      return Section.CPU.removing(xml, xml.root().at("cpu", "numa").toList());
    }
    gone.forEach(patch::remove);
    return Section.CELLS.adding(
        patch.done(),
        missing.values().stream()
            .sorted(Comparator.comparingInt(GuestCell::id))
            .map(CellRewrite::markup)
            .toList());
  }

  private static void changed(Patch patch, XmlElement element, GuestCell now, GuestCell want) {
    if (!now.vcpus().equals(want.vcpus())) {
      patch.setOrUnset(element, "cpus", cpus(want));
    }
    if (now.memoryKib() != want.memoryKib()) {
      patch.setKib(element, "memory", want.memoryKib());
    }
    if (!now.access().equals(want.access())) {
      patch.setOrUnset(element, "memAccess", want.access().map(MemoryAccess::word));
    }
    if (!now.discard().equals(want.discard())) {
      patch.setOrUnset(element, "discard", want.discard().map(Fields::yesOrNo));
    }
    boolean far = !now.distances().equals(want.distances());
    boolean cached = !now.caches().equals(want.caches());
    if (far || cached) {
      inside(patch, element, far, cached, want);
    }
  }

  private static Optional<String> cpus(GuestCell cell) {
    return cell.vcpus().isEmpty() ? Optional.empty() : Optional.of(cell.vcpus().toString());
  }

  /// Distances and caches that change are written anew.
  private static void inside(
      Patch patch, XmlElement cell, boolean far, boolean cached, GuestCell want) {
    var added = new ArrayList<Markup>();
    var kept = new ArrayList<>(cell.children());
    if (far) {
      cell.all("distances").forEach(patch::remove);
      kept.removeIf(child -> child.name().equals("distances"));
      distances(want.distances()).ifPresent(added::add);
    }
    if (cached) {
      cell.all("cache").forEach(patch::remove);
      kept.removeIf(child -> child.name().equals("cache"));
      want.caches().forEach(cache -> added.add(markup(cache)));
    }
    if (added.isEmpty()) {
      return;
    }
    boolean first = far && !cached && !kept.isEmpty();
    if (first) {
      patch.addBefore(cell, kept.getFirst(), added);
    } else {
      patch.addLast(cell, added);
    }
  }

  private static Optional<Markup> distances(Map<Integer, Integer> distances) {
    if (distances.isEmpty()) {
      return Optional.empty();
    }
    var markup = Markup.of("distances");
    for (var distance : distances.entrySet()) {
      markup =
          markup.holding(
              Markup.of("sibling")
                  .with("id", distance.getKey())
                  .with("value", distance.getValue()));
    }
    return Optional.of(markup);
  }

  private static Markup markup(CellCache cache) {
    return Markup.of("cache")
        .with("level", cache.level())
        .with("associativity", cache.associativity())
        .with("policy", cache.policy())
        .holding(Markup.of("size").with("value", cache.sizeKib()).with("unit", "KiB"))
        .holding(Markup.of("line").with("value", cache.lineBytes()).with("unit", "B"));
  }

  private static Markup markup(GuestCell cell) {
    return Markup.of("cell")
        .with("id", cell.id())
        .with("cpus", cpus(cell))
        .with("memory", cell.memoryKib())
        .with("unit", "KiB")
        .with("memAccess", cell.access().map(MemoryAccess::word))
        .with("discard", cell.discard().map(Fields::yesOrNo))
        .holding(distances(cell.distances()))
        .holding(cell.caches().stream().map(CellRewrite::markup).toList());
  }
}
