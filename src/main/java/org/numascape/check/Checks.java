package org.numascape.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.numascape.analysis.Analysis;

/// All rules, in the order in which problems of the same severity are told.
public final class Checks {

  private static final List<Rule> ALL =
      List.of(
          Rule.error(new PinOutsideHost(), "P-10"),
          Rule.error(new NodeOutsideHost(), "N-28"),
          Rule.graded(new RemoteMemory(), "N-02", "N-04"),
          Rule.graded(new HugePageShortage(), "H-02", "H-10"),
          Rule.error(new HugePagesScarce(), "H-02"),
          Rule.graded(new NodeMemoryOvercommitted(), "N-17"),
          Rule.graded(new SharedCpuInDomain(), "P-02"),
          Rule.mild(new SharedCpuAcrossDomains(), "P-03"),
          Rule.warning(new SharedSiblings(), "P-04"),
          Rule.graded(new EmulatorOnVcpuCpus(), "E-02"),
          Rule.warning(new EmulatorFloats(), "E-01"),
          Rule.mild(new EmulatorOnOtherNode(), "E-03"),
          Rule.warning(new NoCpuForHost(), "P-11"),
          Rule.error(new TopologySum(), "P-23"),
          Rule.warning(new PartlyPinned(), "P-01"),
          Rule.warning(new SiblingsApart(), "P-05"),
          Rule.warning(new CoresAreThreads(), "P-06"),
          Rule.warning(new FlatGuest(), "P-08"),
          Rule.warning(new MayLeaveMemory(), "P-09"),
          Rule.warning(new NodeWithoutHostCpu(), "P-11"),
          Rule.warning(new SpreadOverCaches(), "P-13"),
          Rule.warning(new MixedCores(), "P-14"),
          Rule.warning(new MoreVcpusThanCpus(), "P-16"),
          Rule.warning(new IsolatedSet(), "P-17"),
          Rule.warning(new RoamsOverDedicated(), "P-20"),
          Rule.warning(new LatePins(), "P-21"),
          Rule.warning(new HalfACore(), "P-24"),
          Rule.warning(new SocketIsNotNode(), "P-28"),
          Rule.info(new AdjacentNumbering(), "P-07"),
          Rule.info(new BootCpu(), "P-12"),
          Rule.info(new NotIsolated(), "P-18"),
          Rule.info(new IsolatedIdle(), "P-19"),
          Rule.info(new OvercommittedSet(), "P-25"));

  private Checks() {}

  /// What is wrong with a design and not muted, worst first; see [Report].
  public static List<Problem> examine(Analysis facts) {
    return Report.of(facts).problems();
  }

  /// How bad a rule's problems can be, worst first; empty for a rule that no check decides.
  public static List<Severity> severities(String code) {
    return ALL.stream()
        .filter(rule -> rule.codes().contains(code))
        .map(Rule::severities)
        .flatMap(Set::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /// The rules that are decided, by their ids in the catalogue.
  public static Set<String> codes() {
    return ALL.stream()
        .flatMap(rule -> rule.codes().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Every rule there is.
  static List<Rule> all() {
    return ALL;
  }
}
