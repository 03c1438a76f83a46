package org.numascape.app.inspector;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.numascape.analysis.MemoryShare;
import org.numascape.analysis.MemoryTraffic;
import org.numascape.analysis.NodeMemory;
import org.numascape.analysis.PagePool;
import org.numascape.analysis.Throughput;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.EditField;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.PoolPlan;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.MemorySize;
import org.numascape.topology.PageSize;

/// A NUMA node: its memory and who has it, its huge-page pools to be planned, its distances.
interface NodeSheet {

  /// The sheet of a node, by OS index.
  static Sheet of(DesignStore store, int node) {
    var sheet = new Sheet(store);
    var host = store.design().host();
    sheet.title(
        () -> "NUMA node " + node, () -> host.node(node).map(found -> found.subtype()).orElse(""));
    sheet.row("Memory", () -> memory(sheet, node).map(one -> size(one.totalKib())).orElse("none"));
    sheet.row(
        "Planned", () -> memory(sheet, node).map(one -> size(one.plannedKib())).orElse("none"));
    sheet.row(
        "Free when read",
        () ->
            memory(sheet, node).stream()
                .flatMapToLong(one -> one.freeKib().stream())
                .mapToObj(NodeSheet::size)
                .findFirst()
                .orElse("not told"));
    sheet.row(
        "CPUs",
        () -> {
          var cpus = host.cpusOf(node);
          return cpus.isEmpty() ? "none, memory only" : cpus.size() + " · " + cpus;
        });
    pools(sheet, node);
    distances(sheet, node);
    bandwidth(sheet, node);
    sheet.section("Whose memory is here", Optional.empty());
    sheet.words(() -> {
      String shares =
          memory(sheet, node).stream()
              .flatMap(one -> one.shares().stream())
              .map(share -> words(sheet, share))
              .collect(Collectors.joining("\n"));
      return shares.isEmpty() ? "No guest has memory bound here" : shares;
    });
    var cpus = host.cpusOf(node);
    if (!cpus.isEmpty()) {
      Reserving.addTo(sheet, () -> cpus);
      Occupants.addTo(sheet, () -> cpus);
    }
    return sheet;
  }

  private static Optional<NodeMemory> memory(Sheet sheet, int node) {
    return sheet.facts().memory().node(node);
  }

  private static String size(long kib) {
    return MemorySize.ofKib(kib).toString();
  }

  private static String words(Sheet sheet, MemoryShare share) {
    String name = sheet.facts().design().guest(share.domain()).map(Guest::name).orElse("a guest");
    return name
        + " cell "
        + share.cell()
        + ": "
        + (share.estimated() ? "about " : "")
        + size(share.kib())
        + share.mode().map(mode -> ", " + mode.word()).orElse("");
  }

  private static void pools(Sheet sheet, int node) {
    var design = sheet.facts().design();
    var sizes = new TreeSet<PageSize>();
    design.host().nodes().values().stream()
        .flatMap(one -> one.pools().stream())
        .map(HugePagePool::size)
        .filter(size -> size.kib() > 64)
        .forEach(sizes::add);
    sheet.facts().hugePages().on(node).forEach(pool -> sizes.add(pool.size()));
    if (sizes.isEmpty()) {
      sizes.add(PageSize.TWO_MIB);
    }
    sheet.section("Huge pages", Optional.empty());
    for (var size : sizes) {
      sheet.row(size + " pages", field(sheet, node, size));
      sheet.words(() -> pool(sheet, node, size).map(NodeSheet::need).orElse(""));
    }
  }

  private static Optional<PagePool> pool(Sheet sheet, int node, PageSize size) {
    return sheet.facts().hugePages().pool(node, size);
  }

  private static EditField field(Sheet sheet, int node, PageSize size) {
    return new EditField(
        "pool-" + node + "-" + size.kib(),
        "no pool",
        "How many pages of " + size + " node " + node + " shall have",
        () -> {
          var pages = sheet.facts().design().poolPages(node, size);
          return pages.isPresent() ? HostWords.count(pages.getAsLong()) : "";
        },
        typed -> plan(sheet, node, size, typed));
  }

  private static Optional<String> plan(Sheet sheet, int node, PageSize size, String typed) {
    String digits = typed.replace(",", "").replace(" ", "");
    if (!digits.matches("[0-9]{0,12}")) {
      return Optional.of("\"" + typed + "\" is no number of pages");
    }
    long pages = digits.isEmpty() ? 0 : Long.parseLong(digits);
    long total = memory(sheet, node).map(NodeMemory::totalKib).orElse(0L);
    if (pages > total / size.kib()) {
      return Optional.of(
          "node "
              + node
              + " has "
              + size(total)
              + ", at most "
              + HostWords.count(total / size.kib())
              + " such pages");
    }
    sheet.store().apply(new Edit.PlanPool(new PoolPlan(node, size, pages)));
    return Optional.empty();
  }

  private static String need(PagePool pool) {
    String free =
        pool.free().isPresent()
            ? " · " + HostWords.count(pool.free().getAsLong()) + " free when read"
            : "";
    String missing =
        pool.shortfall() > 0 ? " · " + HostWords.count(pool.shortfall()) + " short" : "";
    return (pool.kept() > 0 ? "guests and lanes want " : "guests want ")
        + HostWords.count(pool.needed())
        + missing
        + free
        + (pool.planned() ? " · planned" : "");
  }

  /// What all guests ask of it, where anybody knows what it can deliver.
  private static void bandwidth(Sheet sheet, int node) {
    var known = Throughput.of(sheet.store().design()).gbs(node, node).isPresent();
    if (known) {
      sheet.section("Bandwidth, all guests busy", Optional.empty());
      sheet.row("Asked for", () -> MemoryTraffic.of(sheet.facts()).into(node).asked());
      sheet.words(() -> MemoryTraffic.of(sheet.facts()).into(node).effect());
    }
  }

  private static void distances(Sheet sheet, int node) {
    var host = sheet.facts().host();
    if (host.nodes().size() < 2) {
      return;
    }
    sheet.section("Distances", Optional.empty());
    if (host.distances().isEmpty()) {
      sheet.words(() -> "This host tells none; other nodes are taken to be 20 away");
      return;
    }
    for (int other : host.nodes().keySet()) {
      var distance = host.distances().between(node, other);
      if (other != node && distance.isPresent()) {
        sheet.row("to node " + other, () -> Integer.toString(distance.getAsInt()));
      }
    }
  }
}
