package org.numascape.app.inspector;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.numascape.analysis.PagePool;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.CpuSetField;
import org.numascape.app.widget.ShareBar;
import org.numascape.design.Edit;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// The host as a whole: what there is, what is planned, how local it is.
interface HostSheet {

  /// The sheet of the host of the open design.
  static Sheet of(DesignStore store) {
    var sheet = new Sheet(store);
    sheet.title(() -> HostWords.name(sheet.facts().host().machine()), () -> "");
    sheet.row("Packages", () -> packages(sheet));
    sheet.row("NUMA nodes", () -> Integer.toString(sheet.facts().host().nodes().size()));
    sheet.row("Cores", () -> Integer.toString(sheet.facts().host().all(Core.class).size()));
    sheet.row(
        "CPUs",
        () -> {
          var facts = sheet.facts();
          return facts.host().pus().size() + " · " + facts.occupancy().free().size() + " free";
        });
    kinds(sheet);
    sheet.row("Memory", () -> memory(sheet));
    sheet.row("Kept for the host", reserved(sheet));
    Doubts.addTo(sheet);
    sheet.section("Huge pages", Optional.empty());
    sheet.words(() -> pools(sheet));
    sheet.section("Locality", Optional.empty());
    var bar = new ShareBar("Share of local accesses of the whole host");
    sheet.add(bar);
    sheet.follow(() -> {
      var local = sheet.facts().locality();
      Sheet.show(bar, local.isPresent());
      local.ifPresent(share ->
          bar.show(
              share,
              share > 0.99
                  ? ShareBar.Tone.GOOD
                  : share > 0.8 ? ShareBar.Tone.WARN : ShareBar.Tone.BAD));
    });
    sheet.words(() -> {
      var local = sheet.facts().locality();
      return local.isPresent()
          ? Math.round(local.getAsDouble() * 100) + " % of vCPU–memory pairs are local"
          : "No guest has both vCPUs and memory placed yet";
    });
    var machine = store.design().host().machine();
    Told.addTo(sheet, "More of what is told", store.design().host().facts().infos(machine.id()));
    sheet.section("Nothing is selected", Optional.empty());
    sheet.words(() ->
        "Select a guest at the left, or a CPU, core, cache, node or device in the picture, to see"
            + " and change it here. Shift and Ctrl select several.");
    return sheet;
  }

  private static String packages(Sheet sheet) {
    var all = sheet.facts().host().all(CpuPackage.class);
    String models =
        all.stream()
            .map(CpuPackage::model)
            .filter(model -> !model.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return all.size() + (models.isEmpty() ? "" : " × " + models);
  }

  /// Hybrid hosts have cores of several kinds.
  private static void kinds(Sheet sheet) {
    var kinds = sheet.store().design().host().facts().cpuKinds();
    if (kinds.size() > 1) {
      for (int rank = kinds.size() - 1; rank >= 0; rank--) {
        var kind = kinds.get(rank);
        String name = kind.coreType().orElse("Kind " + rank);
        sheet.row(name, () -> HostWords.cpus(kind.cpus()));
      }
    }
  }

  private static String memory(Sheet sheet) {
    var facts = sheet.facts();
    long total = facts.host().nodes().values().stream().mapToLong(NumaNode::memoryKib).sum();
    long planned =
        facts.memory().nodes().values().stream().mapToLong(node -> node.plannedKib()).sum();
    return MemorySize.ofKib(total) + " · " + MemorySize.ofKib(planned) + " planned";
  }

  private static CpuSetField reserved(Sheet sheet) {
    return CpuSetField.cpus(
        "reserved",
        "no CPU",
        "CPUs kept for the host's own work, such as 0-1,32-33",
        sheet::facts,
        () -> sheet.facts().design().reserved(),
        cpus -> sheet.store().apply(new Edit.ReserveCpus(cpus)));
  }

  private static String pools(Sheet sheet) {
    var pages = new LinkedHashMap<PageSize, long[]>();
    for (PagePool pool : sheet.facts().hugePages().all()) {
      var sums = pages.computeIfAbsent(pool.size(), size -> new long[2]);
      sums[0] += pool.pages();
      sums[1] += pool.needed();
    }
    return pages.isEmpty()
        ? "No pools"
        : pages.entrySet().stream()
            .map(one ->
                one.getKey()
                    + ": "
                    + HostWords.count(one.getValue()[0])
                    + " pages ("
                    + MemorySize.ofKib(one.getValue()[0] * one.getKey().kib())
                    + "), guests want "
                    + HostWords.count(one.getValue()[1]))
            .collect(Collectors.joining("\n"));
  }
}
