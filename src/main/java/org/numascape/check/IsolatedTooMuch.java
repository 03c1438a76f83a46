package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.DedicatedCpus;
import org.numascape.design.DesignEdit;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Setting;

/// CPUs are isolated, or shall be, that the host needs for its own work: the boot CPU, all of a
/// node, or one thread of a core.
final class IsolatedTooMuch implements HostCheck {

  private static final String CODE = "S-07";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var isolated = Analysis.isolated(facts.design());
    var ticking = HostSays.settings(facts).cpus(Setting.NOHZ_FULL).orElse(CpuSet.EMPTY);
    boolean planned = facts.design().isolated().isPresent();
    return Stream.concat(
        examine(facts, isolated, planned ? "The plan isolates " : "The host isolates ")
            .map(finding -> finding.fixed(IsolatedTooMuch::fixes)),
        ticking.equals(isolated)
            ? Stream.empty()
            : examine(facts, ticking, "The kernel runs without ticks (nohz_full) on "));
  }

  private static Stream<Finding> examine(Analysis facts, CpuSet set, String who) {
    var host = facts.host();
    var usable = host.usableCpus();
    var found = new ArrayList<Finding>();
    if (set.isEmpty()) {
      return Stream.empty();
    }
    if (set.containsAll(usable)) {
      found.add(finding(facts, Severity.ERROR, who + "all CPUs: none is left for the host"));
      return found.stream();
    }
    if (set.contains(DedicatedCpus.BOOT_CPU)) {
      found.add(
          finding(
              facts, Severity.WARNING, who + "CPU 0, which keeps the time and boots the others"));
    }
    for (int node : host.nodes().keySet()) {
      var cpus = host.cpusOf(node).and(usable);
      if (!cpus.isEmpty() && set.containsAll(cpus)) {
        found.add(finding(facts, Severity.WARNING, who + "all CPUs of node " + node));
      }
    }
    var halves = halves(host, set.and(usable));
    if (!halves.isEmpty()) {
      found.add(
          finding(
              facts,
              Severity.WARNING,
              who
                  + Words.cpus(halves)
                  + " but not the other threads of "
                  + (halves.size() == 1 ? "its core" : "their cores")));
    }
    return found.stream();
  }

  private static Finding finding(Analysis facts, Severity severity, String message) {
    return Finding.of(CODE, severity, message).at(HostSays.host(facts));
  }

  private static CpuSet halves(HostTopology host, CpuSet set) {
    return CpuSet.of(
        set.stream()
            .filter(cpu -> !set.containsAll(host.siblings(cpu).and(host.usableCpus())))
            .boxed()
            .toList());
  }

  /// Plans the whole cores of what guests have for themselves, without those the host needs.
  private static List<Fix> fixes(Analysis facts) {
    var sound = facts.dedicated().isolatable(facts.host());
    return sound.isEmpty() || facts.design().isolated().equals(Optional.of(sound))
        ? List.of()
        : List.of(
            new Fix(
                "Plan to isolate " + Words.cpus(sound),
                new DesignEdit.Isolate(Optional.of(sound))));
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    boolean told =
        facts.design().isolated().isPresent() || !Analysis.isolated(facts.design()).isEmpty();
    return told || facts.guests().isEmpty()
        ? Stream.empty()
        : Undecided.unless(CODE, HostSays.settings(facts), Setting.ISOLATED, Setting.NOHZ_FULL);
  }
}
