package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MaxMemory;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryDevice;
import org.numascape.domain.MemorySource;
import org.numascape.domain.MemoryTune;
import org.numascape.format.FormatException;
import org.numascape.topology.PageSize;

/// Reads `memory`, `currentMemory`, `maxMemory`, `memtune` and `memoryBacking`.
///
/// Where there are cells, their sum counts, whatever `memory` says; without any, `memory` includes
/// the devices plugged in. Source: libvirt `virDomainDefPostParseMemory`.
record MemoryReader(Fields fields, XmlElement root) {

  Memory read(List<GuestCell> cells, List<MemoryDevice> devices) throws FormatException {
    return new Memory(
        kib(cells, devices), kib(root.child("currentMemory")), maximum(), tune(), backing());
  }

  private long kib(List<GuestCell> cells, List<MemoryDevice> devices) throws FormatException {
    long inCells = cells.stream().mapToLong(GuestCell::memoryKib).sum();
    if (inCells > 0) {
      return inCells;
    }
    var element = root.child("memory");
    long kib = element.isEmpty() ? 0 : fields.kib(element.get(), element.get().text());
    if (kib == 0) {
      throw fields
          .xml()
          .wrong(
              element.orElse(root),
              "the domain has no memory; give it <memory> or guest cells with memory.");
    }
    long plugged = devices.stream().mapToLong(MemoryDevice::sizeKib).sum();
    return plugged < kib ? kib - plugged : kib;
  }

  private OptionalLong kib(Optional<XmlElement> element) {
    return element.isEmpty() ? OptionalLong.empty() : fields.amount(element.get());
  }

  private Optional<MaxMemory> maximum() {
    var element = root.child("maxMemory");
    var kib = kib(element);
    return kib.isEmpty()
        ? Optional.empty()
        : element.map(
            most -> new MaxMemory(kib.getAsLong(), fields.count(most, "slots").orElse(0)));
  }

  private MemoryTune tune() {
    return new MemoryTune(limit("hard_limit"), limit("soft_limit"), limit("swap_hard_limit"));
  }

  private OptionalLong limit(String name) {
    return kib(root.at("memtune", name).findFirst());
  }

  private MemoryBacking backing() throws FormatException {
    var pages = new ArrayList<MemoryBacking.Page>();
    for (var element : root.at("memoryBacking", "hugepages", "page").toList()) {
      long kib = fields.kib(element, fields.required(element, "size"));
      if (kib == 0 || Long.bitCount(kib) != 1) {
        throw fields.xml().wrong(element, "no page is " + kib + " KiB large.");
      }
      pages.add(new MemoryBacking.Page(new PageSize(kib), fields.cpus(element, "nodeset")));
    }
    return new MemoryBacking(
        has("hugepages"),
        pages,
        has("locked"),
        has("nosharepages"),
        source(),
        access(),
        child("allocation").map(this::allocation),
        has("discard"));
  }

  /// What `source` says.
  Optional<MemorySource> source() {
    return child("source")
        .flatMap(e -> Fields.word(e, "type", MemorySource.values(), MemorySource::word));
  }

  /// What `access` says.
  Optional<MemoryAccess> access() {
    return child("access").flatMap(element -> fields.access(element, "mode"));
  }

  /// What `allocation` says.
  MemoryAllocation allocation(XmlElement element) {
    return new MemoryAllocation(
        Fields.word(element, "mode", MemoryAllocation.Mode.values(), mode -> mode.word()),
        fields.count(element, "threads"));
  }

  private Optional<XmlElement> child(String name) {
    return root.at("memoryBacking", name).findFirst();
  }

  private boolean has(String name) {
    return child(name).isPresent();
  }
}
