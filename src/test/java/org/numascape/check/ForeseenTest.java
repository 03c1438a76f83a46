package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.numascape.lint.LintText;

/// The catalogue is decided, rule by rule, or it is said where else or why not; and what of
/// libvirt's and QEMU's refusals nothing here foresees.
///
/// What is foreseen is proven, condition by condition: `RefusedAtDefineTest`, `RefusedAtStartTest`,
/// `RewrittenTest`, `DeadlyCellsTest`.
final class ForeseenTest {

  /// Rules of the catalogue by their groups: the last number of each.
  private static final Map<String, Integer> CATALOGUE =
      Map.of("P", 28, "E", 13, "N", 33, "H", 18, "D", 14, "S", 15, "L", 11, "V", 7);

  /// What nothing here foresees, and why.
  private static final Map<String, String> UNFORESEEN =
      Map.of(
          "a virtual IOMMU made up wrongly", "what it is for is P-22; the rest is no placement",
          "min_guarantee", "QEMU refuses it always; it is no part of placement",
          "resource partition", "whether it exists is known to the host alone",
          "limits and locking not permitted", "the daemon's rights are known to the host alone",
          "session daemon", "it may set neither quota nor memory: the connection says so",
          "same name and other UUID", "apply reads the guest again before it defines it");

  /// Rules that no check decides because the program says it elsewhere.
  ///
  /// @param test the test that shows it
  private record Elsewhere(String where, String test) {}

  private static final Map<String, Elsewhere> ELSEWHERE =
      Map.of(
          "P-26",
          new Elsewhere(
              "a pattern that is right: explained with P-02, and never warned of",
              "org.numascape.check.FalsePositivesTest"
                  + "#bothVcpusOfAGuestCoreMayFloatOverThePairOfHostSiblings"),
          "L-05",
          new Elsewhere(
              "check TARGET guest.xml is that question, with all rules",
              "org.numascape.cli.CheckVerbTest"
                  + "#aGuestThatShallMoveToAHostIsToldWhatThatHostLacks"),
          "L-07",
          new Elsewhere(
              "apply reads the guest again, and leaves it alone where it was changed",
              "org.numascape.apply.ApplierTest"
                  + "#aGuestThatSomebodyChangedSinceItWasReadIsLeftAlone"),
          "V-01",
          new Elsewhere(
              "verify compares the threads of running guests with the design",
              "org.numascape.apply.ApplierTest#verificationNamesWhatSomebodyMovedSince"));

  /// Rules that nothing decides, and why.
  private static final Map<String, String> UNDECIDABLE =
      Map.of(
          "L-09",
          "libvirt writes migratable='on' into every guest with host-passthrough: no definition"
              + " says that one shall migrate",
          "V-02",
          "on which nodes pages lie is in numa_maps of the guest's process, which is not read",
          "V-03",
          "which pages back the memory is in smaps of the guest's process, which is not read",
          "V-04",
          "what the guest sees is known to its agent, which is not asked",
          "V-07",
          "the run time of tasks on isolated CPUs is in /proc/sched_debug and perf, which are not"
              + " read");

  @Test
  void whatNothingForeseesHasAReason() {
    assertThat(UNFORESEEN.values()).allMatch(reason -> !reason.isBlank());
  }

  @Test
  void everyRuleOfTheCatalogueIsDecidedOrItIsSaidWhyNot() {
    CATALOGUE.forEach((group, last) ->
        IntStream.rangeClosed(1, last)
            .mapToObj(number -> String.format(Locale.ROOT, "%s-%02d", group, number))
            .forEach(code ->
                assertThat(
                        Stream.of(
                                Checks.codes().contains(code),
                                ELSEWHERE.containsKey(code),
                                UNDECIDABLE.containsKey(code))
                            .filter(said -> said))
                    .as("%s is decided, elsewhere or undecidable", code)
                    .hasSize(1)));
  }

  @Test
  void everyRuleOnTextsOfOthersIsDecided() {
    assertThat(LintText.all().stream().map(LintText::code))
        .containsAll(
            IntStream.rangeClosed(1, 20)
                .mapToObj(number -> String.format(Locale.ROOT, "I-%02d", number))
                .toList());
  }

  @Test
  void whatIsSaidElsewhereIsShownThereByATest() throws ReflectiveOperationException {
    for (var elsewhere : ELSEWHERE.entrySet()) {
      var test = elsewhere.getValue().test().split("#", -1);

      assertThat(Class.forName(test[0]).getDeclaredMethods())
          .as("%s: %s", elsewhere.getKey(), elsewhere.getValue().where())
          .anyMatch(
              method -> method.getName().equals(test[1]) && method.isAnnotationPresent(Test.class));
    }
  }

  @Test
  void theRightPatternIsExplainedWhereItCouldBeMistaken() {
    assertThat(RuleText.of("P-02").exception()).contains("(P-26)");
  }
}
