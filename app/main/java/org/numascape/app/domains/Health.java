package org.numascape.app.domains;

import java.util.List;
import org.numascape.analysis.AccessCost;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.CellAccess;
import org.numascape.analysis.Estimate;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.check.Problem;
import org.numascape.check.Severity;
import org.numascape.design.DomainId;

/// How a guest fares, in two or three words, and why.
///
/// @param words for the badge: `100 % local`, `×2.1 remote`
/// @param why one sentence for tooltip and screen reader
record Health(Level level, String words, String why) {

  /// How a badge looks.
  enum Level {
    /// Nothing to do.
    GOOD,
    /// Look here.
    WARN,
    /// Wrong.
    BAD,
    /// Not placed yet.
    OPEN
  }

  /// From which factor on an access counts as far: the middle between a neighbour in the package
  /// (12) and another socket (21) on common hosts.
  private static final double FAR = 1.3;

  /// The health of a guest; what stops it from starting comes before what slows it down.
  static Health of(Analysis facts, List<Problem> problems, DomainId id) {
    var own = problems.stream().filter(p -> p.domain().filter(id::equals).isPresent()).toList();
    var errors = own.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    if (shortOfPages(facts, id)) {
      String why =
          errors.stream().map(Problem::message).findFirst().orElse("A huge-page pool is too small");
      return new Health(Level.WARN, "pages short", why);
    }
    var cost = facts.cost(id);
    var expected = facts.expected(id);
    if (cost.isPresent()
        && expected.isPresent()
        && cost.get().settled()
        && expected.get().remoteShare() > 0.004) {
      return remote(cost.get(), expected.get());
    }
    if (!errors.isEmpty()) {
      String words = errors.size() == 1 ? "1 error" : errors.size() + " errors";
      return new Health(Level.BAD, words, errors.getFirst().message());
    }
    if (shares(facts, id)) {
      return new Health(Level.WARN, "shared", "Another vCPU is pinned to a CPU of this guest");
    }
    return placement(facts, id);
  }

  private static boolean shortOfPages(Analysis facts, DomainId id) {
    return facts.hugePages().all().stream()
        .filter(pool -> pool.shortfall() > 0)
        .flatMap(pool -> pool.needs().stream())
        .anyMatch(need -> need.share().domain().equals(id));
  }

  private static Health remote(AccessCost cost, Estimate expected) {
    double factor = expected.factor();
    String share = Math.round(expected.remoteShare() * 100) + " %";
    return new Health(
        factor >= FAR ? Level.BAD : Level.WARN,
        Estimate.times(factor) + " remote",
        share
            + " of memory accesses leave their node; latency "
            + expected.words()
            + " ("
            + cost.provenance().words()
            + ")");
  }

  private static boolean shares(Analysis facts, DomainId id) {
    return facts.occupancy().crowded().values().stream()
        .anyMatch(vcpus -> vcpus.stream().anyMatch(vcpu -> vcpu.domain().equals(id)));
  }

  private static Health placement(Analysis facts, DomainId id) {
    var seats = facts.guest(id).map(GuestFacts::vcpus).orElse(List.of());
    boolean none = seats.stream().noneMatch(Health::held);
    boolean all = seats.stream().allMatch(Health::held);
    boolean bound = bound(facts, id);
    boolean oneNode = facts.host().nodes().size() < 2;
    if (none && !bound) {
      return new Health(Level.OPEN, "not placed", "Nothing is pinned or bound; the kernel decides");
    }
    if (all && (oneNode || facts.cost(id).filter(AccessCost::settled).isPresent())) {
      return new Health(Level.GOOD, "100 % local", "Every memory access stays on its node");
    }
    if (all && !bound) {
      return new Health(
          Level.OPEN, "memory unbound", "Memory comes from where it is first touched");
    }
    if (none) {
      return new Health(Level.OPEN, "vCPUs float", "The memory is bound, the vCPUs run anywhere");
    }
    return new Health(Level.OPEN, "partly placed", "Some vCPUs or some memory may be anywhere");
  }

  private static boolean held(Seat seat) {
    return seat.hold().pinned();
  }

  private static boolean bound(Analysis facts, DomainId id) {
    var domain = facts.design().guest(id).map(guest -> guest.wanted());
    return facts.cost(id).stream()
        .flatMap(cost -> cost.cells().stream())
        .map(CellAccess::cell)
        .anyMatch(cell -> domain.flatMap(d -> d.numaTune().bindingOf(cell)).isPresent());
  }
}
