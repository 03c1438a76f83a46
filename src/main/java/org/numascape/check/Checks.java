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
          Rule.warning(new NoCpuForHost(), "P-11"));

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
    return ALL.stream().flatMap(rule -> rule.codes().stream()).collect(Collectors.toUnmodifiableSet());
  }

  /// Every rule there is.
  static List<Rule> all() {
    return ALL;
  }
}
