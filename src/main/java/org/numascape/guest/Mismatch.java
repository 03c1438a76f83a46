package org.numascape.guest;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.topology.ObjectId;

/// A place where what a guest believes of its machine is not so on the host.
///
/// @param inside the parts of the guest's machine concerned
/// @param onHost the parts of the host concerned; empty where the guest contradicts itself
/// @param words one sentence with its numbers, without a full stop
public record Mismatch(Kind kind, List<ObjectId> inside, List<Item> onHost, String words) {

  /// Copies the lists.
  public Mismatch {
    inside = List.copyOf(inside);
    onHost = List.copyOf(onHost);
  }

  /// What does not fit.
  public enum Kind {
    /// A cell ends in the middle of a core, a die or a package of the guest (N-10).
    CELL_CUTS_GUEST(
        "Cells cut the guest's own cores or sockets",
        "guests number vCPUs core by core; with the host's numbering copied into its cells a guest"
            + " gets nodes and sockets that contradict each other, and ignores one of them"
            + " (hwloc issue 712)",
        "N-10"),
    /// The vCPUs of a cell run on other nodes than its memory is on (N-02).
    MEMORY_ELSEWHERE(
        "Memory lies elsewhere than its vCPUs run",
        "what the guest takes for local memory is remote, so whatever its kernel does for locality"
            + " makes it worse",
        "N-02"),
    /// The vCPUs of a cell run on several nodes of the host.
    CELL_CUT(
        "A cell is cut across the host's nodes",
        "the guest believes that all vCPUs of the cell are equally near to its memory, and some are"
            + " not",
        ""),
    /// A package of the guest runs on several packages of the host.
    PACKAGE_CUT(
        "A guest socket is cut across the host's packages",
        "the guest's scheduler moves tasks within a socket freely, and each move crosses the"
            + " interconnect",
        ""),
    /// A last-level cache of the guest is around vCPUs that several caches of the host are around.
    CACHE_CUT(
        "A cache that the guest sees is not there",
        "the guest's scheduler wakes tasks near a cache that they do not share, so their data goes"
            + " through memory",
        "P-13"),
    /// Several cores of the guest run on one core of the host (P-06).
    CORE_SHARED(
        "Guest cores are threads of one host core",
        "the guest spreads work over what it takes for whole cores, and two tasks share one",
        "P-06"),
    /// Threads of one core of the guest run on several cores of the host (P-05).
    SIBLINGS_APART(
        "Guest siblings are not host siblings",
        "the guest leaves one of two threads idle for the other's sake, though each has a core to"
            + " itself, and shares data over a cache that they do not share",
        "P-05");

    private final String title;
    private final String why;
    private final String rule;

    Kind(String title, String why, String rule) {
      this.title = title;
      this.why = why;
      this.rule = rule;
    }

    /// A few words.
    public String title() {
      return title;
    }

    /// What comes of it, in one sentence without a full stop.
    public String why() {
      return why;
    }

    /// The rule of the catalogue that warns of the same.
    public Optional<String> rule() {
      return rule.isEmpty() ? Optional.empty() : Optional.of(rule);
    }
  }
}
