package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.numascape.design.DesignEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Lane;
import org.numascape.design.PoolPlan;
import org.numascape.domain.Domain;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;
import picocli.CommandLine.Option;

/// Options on what of the host is there for the guest: presets keep off CPUs and memory that are
/// kept, and count pools as they are planned.
final class HostPlanOptions implements GuestOptions {

  @Option(
      names = "--keep",
      paramLabel = "WHO=CPUS",
      description =
          "Keeps CPUs from the guest, for the host or for other software: host=0-1, spdk=4-7. May be"
              + " repeated.")
  private List<String> cpus = List.of();

  @Option(
      names = "--keep-memory",
      paramLabel = "WHO=NODE:SIZE",
      description = "Keeps memory of a node: host=0:8G. May be repeated.")
  private List<String> memory = List.of();

  @Option(
      names = "--pool",
      paramLabel = "NODE=PAGES*SIZE",
      description = "How many huge pages a node will have: 1=4096*2M. May be repeated.")
  private List<String> pools = List.of();

  @Option(
      names = "--isolated",
      paramLabel = "CPUS",
      description = "CPUs the kernel keeps its own work off, or none.")
  private @Nullable String isolated;

  /// The first of these options that was given, to be blamed where there is no host.
  Optional<Given> first() {
    if (!cpus.isEmpty()) {
      return Optional.of(new Given("--keep", cpus.getFirst()));
    }
    if (!memory.isEmpty()) {
      return Optional.of(new Given("--keep-memory", memory.getFirst()));
    }
    if (!pools.isEmpty()) {
      return Optional.of(new Given("--pool", pools.getFirst()));
    }
    return Optional.ofNullable(isolated).map(text -> new Given("--isolated", text));
  }

  @Override
  public List<Edit> edits(DomainId id, Domain guest) throws FormatException {
    var edits = new ArrayList<Edit>(lanes());
    for (String text : pools) {
      edits.add(new Edit.PlanPool(pool(new Given("--pool", text))));
    }
    if (isolated != null) {
      var given = new Given("--isolated", isolated);
      edits.add(
          new DesignEdit.Isolate(
              Optional.of(given.nothing() ? CpuSet.EMPTY : given.cpus(isolated))));
    }
    return edits;
  }

  private List<Edit> lanes() throws FormatException {
    Map<String, Lane> lanes = new TreeMap<>();
    for (String text : cpus) {
      var given = new Given("--keep", text);
      var lane = lane(lanes, given.key());
      var all = lane.cpus().or(given.cpus(given.value().text()));
      lanes.put(given.key(), lane.withCpus(all));
    }
    for (String text : memory) {
      var given = new Given("--keep-memory", text);
      String[] parts = given.value().text().split(":", -1);
      if (parts.length != 2) {
        throw given.wrong("write the node and the size: host=0:8G.");
      }
      var lane = lane(lanes, given.key());
      var kept = new TreeMap<>(lane.memoryKib());
      kept.merge(given.count(parts[0]), new Given(given.option(), parts[1]).kib(), Long::sum);
      lanes.put(given.key(), lane.withMemoryKib(kept));
    }
    return lanes.values().stream().<Edit>map(DesignEdit.KeepLane::new).toList();
  }

  private static Lane lane(Map<String, Lane> lanes, String name) {
    return lanes.getOrDefault(name, new Lane(name, CpuSet.EMPTY, Map.of()));
  }

  private static PoolPlan pool(Given given) throws FormatException {
    String[] parts = given.value().text().split("\\*", -1);
    if (parts.length != 2) {
      throw given.wrong("write how many pages of which size: 1=4096*2M.");
    }
    try {
      return new PoolPlan(
          given.count(given.key()),
          new PageSize(new Given(given.option(), parts[1]).kib()),
          given.count(parts[0]));
    } catch (IllegalArgumentException cannot) {
      throw given.wrong(cannot.getMessage() + ".");
    }
  }
}
