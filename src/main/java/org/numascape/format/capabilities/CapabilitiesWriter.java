package org.numascape.format.capabilities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheType;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PuState;

/// Writes a host the way libvirt describes it, so that a simulated host is read by the same reader
/// as a real one.
///
/// As libvirt does, it leaves out offline CPUs, gives a node without memory no `memory`, and lists
/// every CPU under one node. Source: libvirt `virCapabilitiesHostNUMAFormat`,
/// `virCapsHostCacheFormat`.
public final class CapabilitiesWriter {

  private final HostTopology host;
  private final Map<Integer, List<HugePagePool>> pools;
  private final StringBuilder text = new StringBuilder();

  private CapabilitiesWriter(HostTopology host, Map<Integer, List<HugePagePool>> pools) {
    this.host = host;
    this.pools = pools;
  }

  /// The capabilities XML of a host.
  public static String write(HostTopology host) {
    return write(host, Map.of());
  }

  /// The capabilities XML of a host whose huge-page pools are not what its topology says.
  ///
  /// @param pools by node (OS index); a node that is missing has what the topology says
  public static String write(HostTopology host, Map<Integer, List<HugePagePool>> pools) {
    return new CapabilitiesWriter(host, pools).capabilities();
  }

  private String capabilities() {
    line("<capabilities>");
    line("  <host>");
    line("    <topology>");
    line("      <cells num='" + host.nodes().size() + "'>");
    host.nodes().values().forEach(this::cell);
    line("      </cells>");
    text.append(InterconnectXml.of(host));
    line("    </topology>");
    caches();
    line("  </host>");
    line("</capabilities>");
    return text.toString();
  }

  private void cell(NumaNode node) {
    line("        <cell id='" + node.osIndex() + "'>");
    if (node.memoryKib() > 0) {
      line("          <memory unit='KiB'>" + node.memoryKib() + "</memory>");
      pages(node);
    }
    memoryCaches(node);
    distances(node.osIndex());
    var cpus = online(host.cpusOf(node.osIndex()));
    line("          <cpus num='" + cpus.size() + "'>");
    cpus.stream().forEach(this::cpu);
    line("          </cpus>");
    line("        </cell>");
  }

  private void pages(NumaNode node) {
    var found = pools.getOrDefault(node.osIndex(), node.pools());
    long huge = found.stream().mapToLong(pool -> pool.total() * pool.size().kib()).sum();
    boolean own = found.stream().noneMatch(pool -> pool.size().kib() == 4);
    if (own) {
      line(
          "          <pages unit='KiB' size='4'>"
              + Math.max(0, node.memoryKib() - huge) / 4
              + "</pages>");
    }
    found.forEach(pool ->
        line(
            "          <pages unit='KiB' size='"
                + pool.size().kib()
                + "'>"
                + pool.total()
                + "</pages>"));
  }

  /// The innermost cache is next to the memory and has level 1.
  private void memoryCaches(NumaNode node) {
    int level = 1;
    for (var around : host.ancestors(node)) {
      if (around instanceof MemoryCache cache) {
        line("          <cache level='" + level++ + "' associativity='none' policy='none'>");
        line("            <size value='" + cache.sizeKib() + "' unit='KiB'/>");
        line("          </cache>");
      }
    }
  }

  private void distances(int from) {
    var row = host.distances().rows().getOrDefault(from, Map.of());
    if (row.isEmpty()) {
      return;
    }
    line("          <distances>");
    row.forEach(
        (to, value) -> line("            <sibling id='" + to + "' value='" + value + "'/>"));
    line("          </distances>");
  }

  private void cpu(int cpu) {
    int socket =
        id(
            host.around(cpu, CpuPackage.class).stream()
                .mapToInt(found -> found.osIndex() < 0 ? found.logical() : found.osIndex()),
            0);
    int die = id(host.around(cpu, Die.class).stream().mapToInt(Die::osIndex), 0);
    int core =
        id(
            host.around(cpu, Core.class).stream()
                .mapToInt(found -> found.osIndex() < 0 ? found.logical() : found.osIndex()),
            cpu);
    line(
        "            <cpu id='"
            + cpu
            + "' socket_id='"
            + socket
            + "' die_id='"
            + die
            + "' core_id='"
            + core
            + "' siblings='"
            + online(host.siblings(cpu))
            + "'/>");
  }

  private static int id(IntStream known, int otherwise) {
    OptionalInt first = known.findFirst();
    return Math.max(first.orElse(otherwise), 0);
  }

  /// Level 3, and other caches that can be divided, as libvirt lists them.
  private void caches() {
    var banks = new ArrayList<CacheBank>();
    for (var cache : host.all(Cache.class)) {
      var divided = divided(cache);
      if (divided.isPresent()) {
        banks.add(divided.get());
      } else if (cache.id().kind() == ObjectKind.L3_CACHE) {
        banks.add(
            new CacheBank(
                cache.logical(),
                3,
                CacheType.UNIFIED,
                cache.sizeKib(),
                online(cache.cpus()),
                List.of()));
      }
    }
    if (!banks.isEmpty()) {
      line("    <cache>");
      banks.forEach(bank -> text.append(BankXml.of(bank)));
      line("    </cache>");
    }
  }

  private Optional<CacheBank> divided(Cache cache) {
    return host.facts().cacheBanks().stream()
        .filter(bank -> bank.level() == cache.level() && bank.cpus().equals(cache.cpus()))
        .findFirst();
  }

  private CpuSet online(CpuSet cpus) {
    return CpuSet.of(
        cpus.stream()
            .filter(cpu -> host.pu(cpu).filter(pu -> pu.state() != PuState.OFFLINE).isPresent())
            .boxed()
            .toList());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
