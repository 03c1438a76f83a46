package org.numascape.check;

import java.util.Comparator;
import java.util.List;
import org.numascape.analysis.Analysis;

/// All rules, in the order in which problems of the same severity are told.
public final class Checks {

  private static final List<Check> ALL =
      List.of(
          new PinOutsideHost(),
          new NodeOutsideHost(),
          new RemoteMemory(),
          new HugePageShortage(),
          new HugePagesScarce(),
          new NodeMemoryOvercommitted(),
          new SharedCpuInDomain(),
          new SharedCpuAcrossDomains(),
          new SharedSiblings(),
          new EmulatorOnVcpuCpus(),
          new EmulatorFloats(),
          new EmulatorOnOtherNode(),
          new NoCpuForHost());

  private Checks() {}

  /// What is wrong with a design, worst first; within a severity in the order of the rules, then of
  /// the host or the design. The same design always gives the same list.
  public static List<Problem> examine(Analysis facts) {
    return ALL.stream()
        .flatMap(check -> check.examine(facts))
        .sorted(Comparator.comparing(Problem::severity))
        .toList();
  }

  /// Every rule there is.
  static List<Check> all() {
    return ALL;
  }
}
