package org.numascape.check;

import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.DedicatedCpus;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Setting;

/// CPUs of dedicated guests raise their clock only as load comes.
final class SlowClock implements HostCheck {

  private static final String CODE = "S-04";
  private static final String WANTED = "performance";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return HostSays.dedicated(facts).flatMap(dedicated -> examine(facts, dedicated));
  }

  private static Stream<Finding> examine(Analysis facts, DedicatedCpus dedicated) {
    var others = new TreeMap<>(HostSays.settings(facts).byCpu(Setting.GOVERNOR));
    others.remove(WANTED);
    others.replaceAll((word, cpus) -> cpus.and(dedicated.cpus()));
    others.values().removeIf(CpuSet::isEmpty);
    if (others.isEmpty()) {
      return Stream.empty();
    }
    var slow = others.values().stream().reduce(CpuSet.EMPTY, CpuSet::or);
    return Finding.of(
        CODE,
        Severity.WARNING,
        "The governor is "
            + String.join(" or ", others.keySet())
            + " on "
            + Words.cpus(slow)
            + " of "
            + HostSays.guests(facts, dedicated.guests()))
        .at(HostSays.cpus(facts, slow))
        .stream();
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return HostSays.dedicated(facts)
        .flatMap(some -> Undecided.unless(CODE, HostSays.settings(facts), Setting.GOVERNOR));
  }
}
