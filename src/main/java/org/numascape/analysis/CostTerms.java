package org.numascape.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.numascape.design.AccessPattern;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.domain.MemoryMode;

/// How the number that stands for a guest's memory accesses comes about: what it says, the terms it
/// is the sum of, what it leaves open.
///
/// @param pattern how the guest's software is taken to use its cells
/// @param estimate of an access under that pattern
/// @param ownCell of an access to the own cell: the sum of the terms
/// @param uniform of an access to all memory alike
/// @param terms greatest share first
/// @param open what leaves it a range, a sentence each without a full stop; none where it is
///   settled
public record CostTerms(
    AccessPattern pattern,
    Estimate estimate,
    Estimate ownCell,
    Estimate uniform,
    Provenance provenance,
    List<Term> terms,
    List<String> open) {

  /// Accesses of a cell's vCPUs from one node to another.
  ///
  /// @param share of all accesses of the guest to its own cells, 0 to 1
  /// @param localNs what a local access takes there; what an estimate starts from
  public record Term(
      int cell,
      int from,
      int to,
      double share,
      double ns,
      double localNs,
      OptionalInt distance,
      Provenance provenance) {

    /// `node 1 → node 2`, `node 0, local`
    public String path() {
      return from == to ? "node " + from + ", local" : "node " + from + " → node " + to;
    }

    /// `≈ 210 ns`, or `143 ns` where it was measured or told.
    public String time() {
      return provenance.estimated() ? "≈ " + Estimate.ns(ns) + " ns" : Math.round(ns) + " ns";
    }

    /// Where the time comes from: `measured`, `100 ns · (1 + 0.5 · (32 − 10) / 10)`.
    public String source() {
      return switch (provenance) {
        case MEASURED -> "measured";
        case HMAT -> "told by the firmware (HMAT)";
        case FIRMWARE -> from == to ? "taken as " + Estimate.ns(ns) + " ns" : formula();
        case ASSUMED -> formula() + ", distance assumed";
      };
    }

    private String formula() {
      return Estimate.ns(localNs)
          + " ns · (1 + "
          + Latency.BETA
          + " · ("
          + distance.orElse(Latency.ASSUMED_REMOTE)
          + " − 10) / 10)";
    }
  }

  /// Copies the lists.
  public CostTerms {
    terms = List.copyOf(terms);
    open = List.copyOf(open);
  }

  /// The terms of a guest that is in the design.
  public static CostTerms of(Analysis facts, AccessCost cost) {
    var pattern = facts.design().costs().pattern(cost.domain());
    int vcpus = Math.max(1, cost.cells().stream().mapToInt(CellAccess::vcpus).sum());
    var terms = new ArrayList<Term>();
    for (var cell : cost.cells()) {
      for (var flow : cell.flows()) {
        terms.add(term(facts.latency(), flow, flow.share() * cell.vcpus() / vcpus));
      }
    }
    terms.sort(java.util.Comparator.comparingDouble(Term::share).reversed());
    return new CostTerms(
        pattern,
        cost.under(pattern),
        cost.ownCell(),
        cost.uniform(),
        cost.provenance(),
        terms,
        openings(facts, cost));
  }

  private static Term term(Latency latency, Flow flow, double share) {
    int from = flow.fromNode();
    int to = flow.toNode();
    return new Term(
        flow.cell(),
        from,
        to,
        share,
        latency.ns(from, to),
        latency.localNs(from),
        latency.distance(from, to),
        latency.provenance(from, to));
  }

  /// What pins and memory policy leave open.
  private static List<String> openings(Analysis facts, AccessCost cost) {
    var found = new ArrayList<String>();
    var id = cost.domain();
    int roaming = roaming(facts, id);
    if (roaming > 0) {
      found.add(
          (roaming == 1 ? "1 vCPU may run" : roaming + " vCPUs may run")
              + " on several nodes; taken as spread over the CPUs they may use");
    }
    var domain = facts.design().guest(id).map(guest -> guest.wanted());
    for (var cell : cost.cells()) {
      var rule = domain.flatMap(one -> one.numaTune().bindingOf(cell.cell()));
      String memory = cost.cells().size() > 1 ? "Memory of cell " + cell.cell() : "Memory";
      if (rule.isEmpty()) {
        found.add(memory + " is bound to no node: it comes from where it is first touched");
      } else if (rule.get().mode() == MemoryMode.PREFERRED) {
        found.add(
            memory
                + " prefers node "
                + rule.get().nodes()
                + " and falls back to others when that is full, while it runs too");
      } else if (rule.get().nodes().size() > 1 && rule.get().mode() != MemoryMode.INTERLEAVE) {
        found.add(
            memory
                + " may fill nodes "
                + rule.get().nodes()
                + " in any order ("
                + rule.get().mode().word()
                + ")");
      }
    }
    return Collections.unmodifiableList(found);
  }

  private static int roaming(Analysis facts, DomainId id) {
    return (int)
        facts.occupancy().seats().stream()
            .filter(seat -> seat.who() instanceof Item.Vcpu vcpu && vcpu.domain().equals(id))
            .filter(seat -> facts.host().nodesOf(seat.cpus()).size() > 1)
            .count();
  }

  /// What the number says: `Each memory access that misses the caches takes ≈ 210 ns instead of ≈
  /// 100 ns (+110 %), estimated from the firmware's distances.`
  public String sentence() {
    String begin = "Each memory access that misses the caches takes " + estimate.nanoseconds();
    String local = Estimate.ns(estimate.localNs());
    String instead =
        estimate.highFactor() < 1.005
            ? ", as near as can be"
            : " instead of ≈ " + local + " ns" + more();
    return begin + instead + ", " + from() + ".";
  }

  private String more() {
    return estimate.open() ? "" : " (+" + percent(estimate.factor() - 1) + " %)";
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(100 * share)
        .round(new MathContext(2))
        .setScale(0, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }

  private String from() {
    return switch (provenance) {
      case MEASURED -> "from latencies measured on this host";
      case HMAT -> "from the latencies that the firmware tells (HMAT)";
      case FIRMWARE -> "estimated from the firmware's distances (±20 % typical, can be far off)";
      case ASSUMED ->
          "estimated; the host tells no distances, so " + Latency.ASSUMED_REMOTE + " is assumed";
    };
  }
}
