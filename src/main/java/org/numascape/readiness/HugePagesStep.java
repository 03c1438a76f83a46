package org.numascape.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.PagePool;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.PageSize;
import org.numascape.topology.Setting;

/// Step 1: pools as large as guests want them, node by node.
final class HugePagesStep {

  private static final String UNIT = "numascape-hugepages";

  private final Analysis facts;

  /// A pool that guests want, and what there is of it.
  ///
  /// @param planned whether the design says how large it shall be, were it smaller than now
  private record Wanted(int node, PageSize size, long pages, OptionalLong now, boolean planned) {

    /// What to set it to: a pool that is larger than guests need stays so unless that is planned.
    long target() {
      return planned ? pages : Math.max(pages, now.orElse(0));
    }

    StepState state() {
      if (now.isEmpty()) {
        return StepState.UNKNOWN;
      }
      return now.getAsLong() >= pages ? StepState.DONE : StepState.OPEN;
    }

    String file() {
      return "/sys/devices/system/node/node"
          + node
          + "/hugepages/hugepages-"
          + size.kib()
          + "kB/nr_hugepages";
    }
  }

  private HugePagesStep(Analysis facts) {
    this.facts = facts;
  }

  static Step of(Analysis facts) {
    return new HugePagesStep(facts).step();
  }

  private Step step() {
    var wanted = wanted();
    if (wanted.isEmpty()) {
      return new Step(
          Topic.HUGE_PAGES,
          StepState.NOT_NEEDED,
          "No guest is on huge pages and no pool is planned",
          List.of(),
          List.of(),
          List.of());
    }
    var points = wanted.stream().map(HugePagesStep::point).toList();
    var state = States.all(points);
    long lacking = wanted.stream().filter(pool -> pool.state() == StepState.OPEN).count();
    String found =
        switch (state) {
          case DONE -> "Every node has the pages that guests want of it";
          case UNKNOWN -> "What the nodes have is not known";
          default -> lacking == 1 ? "One pool is too small" : lacking + " pools are too small";
        };
    return new Step(Topic.HUGE_PAGES, state, found, points, ways(wanted), List.of());
  }

  private List<Wanted> wanted() {
    return facts.hugePages().all().stream()
        .filter(pool -> pool.needed() > 0 || pool.planned())
        .map(pool -> new Wanted(pool.node(), pool.size(), wanted(pool), now(pool), pool.planned()))
        .filter(pool -> pool.pages() > 0 || pool.now().orElse(0) > 0)
        .sorted(Comparator.comparingInt(Wanted::node).thenComparing(Wanted::size))
        .toList();
  }

  private static long wanted(PagePool pool) {
    return pool.planned() ? pool.pages() : pool.needed();
  }

  /// As the settings tell, which are read last; else as the host does.
  private OptionalLong now(PagePool pool) {
    var settings = facts.host().facts().settings();
    var told =
        settings.number(Setting.HUGE_PAGES, pool.node() + " " + pool.size().kib() + " total");
    if (told.isPresent()) {
      return told;
    }
    return facts.host().node(pool.node()).flatMap(node -> node.pool(pool.size())).stream()
        .mapToLong(HugePagePool::total)
        .findFirst();
  }

  private static Point point(Wanted pool) {
    return new Point(
        "Pages of " + pool.size() + " on node " + pool.node(),
        (pool.now().isPresent() ? count(pool.now().getAsLong()) : "not known")
            + ", wanted "
            + count(pool.pages()),
        pool.file(),
        pool.state());
  }

  private static String count(long pages) {
    return String.format(Locale.ROOT, "%,d", pages);
  }

  private static List<Way> ways(List<Wanted> wanted) {
    var set = wanted.stream().map(pool -> "echo " + pool.target() + " > " + pool.file()).toList();
    var ways = new ArrayList<Way>();
    ways.add(
        new Way(
            "Now",
            Way.Kind.NOW,
            Shell.lines(set) + check(wanted),
            undo(wanted),
            "A running host may not find all pages in one piece: read back what it found."));
    var unit = new Units(UNIT, "Huge pages by node for guests", set);
    ways.add(
        new Way(
            "At every boot: systemd unit",
            Way.Kind.LASTING,
            unit.install() + check(wanted),
            unit.remove() + undo(wanted),
            ""));
    ways.add(
        BootLine.way(
            "numascape-hugepages",
            parameters(wanted),
            "The surest way to pages of 1 GiB. Lists by node need Linux 5.16."));
    return ways;
  }

  private static String check(List<Wanted> wanted) {
    return "grep . " + wanted.stream().map(Wanted::file).collect(Collectors.joining(" ")) + "\n";
  }

  private static String undo(List<Wanted> wanted) {
    return Shell.lines(
        wanted.stream()
            .map(pool ->
                pool.now().isPresent()
                    ? "echo " + pool.now().getAsLong() + " > " + pool.file()
                    : "# what " + pool.file() + " was before is not known: read it first")
            .toList());
  }

  /// `hugepagesz=` first: it says what the count after it counts.
  private static String parameters(List<Wanted> wanted) {
    Map<PageSize, List<Wanted>> bySize =
        wanted.stream()
            .collect(
                Collectors.groupingBy(
                    Wanted::size,
                    () -> new TreeMap<PageSize, List<Wanted>>(Comparator.reverseOrder()),
                    Collectors.toList()));
    return bySize.entrySet().stream()
        .map(entry ->
            "hugepagesz="
                + kernel(entry.getKey())
                + " hugepages="
                + entry.getValue().stream()
                    .map(pool -> pool.node() + ":" + pool.target())
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining(" "));
  }

  /// `1G`, `2M`, `64K`, as the kernel reads sizes.
  private static String kernel(PageSize size) {
    long kib = size.kib();
    if (kib % (1 << 20) == 0) {
      return (kib >> 20) + "G";
    }
    return kib % (1 << 10) == 0 ? (kib >> 10) + "M" : kib + "K";
  }
}
