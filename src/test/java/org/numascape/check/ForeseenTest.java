package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The catalogue is decided, rule by rule, or it is said where else; and what of libvirt's and
/// QEMU's refusals nothing here foresees.
///
/// What is foreseen is proven, condition by condition: `RefusedAtDefineTest`, `RefusedAtStartTest`,
/// `RewrittenTest`, `DeadlyCellsTest`.
final class ForeseenTest {

  /// What nothing here foresees, and why.
  private static final Map<String, String> UNFORESEEN =
      Map.of(
          "a virtual IOMMU made up wrongly", "what it is for is P-22; the rest is no placement",
          "min_guarantee", "QEMU refuses it always; it is no part of placement",
          "resource partition", "whether it exists is known to the host alone",
          "limits and locking not permitted", "the daemon's rights are known to the host alone",
          "session daemon", "it may set neither quota nor memory: the connection says so",
          "same name and other UUID", "apply reads the guest again before it defines it");

  /// Rules of the catalogue that no check decides, and where they are instead.
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("P-26", "a valid pattern: guard 1 of FalsePositivesTest"),
          Map.entry(
              "P-27", "the class of a guest follows from its pins: one pinned 1:1 is dedicated"),
          Map.entry("D-09", "a device of the model has no node property; in texts it is I-05"),
          Map.entry("L-04", "one design knows one host; compare and Merged hold two"),
          Map.entry("L-05", "check TARGET guest.xml is that question, with all rules"),
          Map.entry("L-07", "apply reads the guest again, and refuses with both versions"),
          Map.entry("L-09", "nothing in a definition says that a guest shall migrate"));

  @Test
  void whatNothingForeseesHasAReason() {
    assertThat(UNFORESEEN.values()).allMatch(reason -> !reason.isBlank());
  }

  @Test
  void whatNoCheckDecidesIsSomewhereElse() {
    assertThat(Checks.codes()).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
  }

  @Test
  void everyRuleOfTheCatalogueIsDecidedOrElsewhere() {
    var counts = Map.of("P", 28, "E", 13, "N", 33, "H", 18, "D", 14, "S", 15, "L", 11);

    counts.forEach((group, count) -> {
      for (int number = 1; number <= count; number++) {
        String code = String.format(java.util.Locale.ROOT, "%s-%02d", group, number);
        boolean later = code.equals("D-07") || code.equals("S-07");
        assertThat(Checks.codes().contains(code) || ELSEWHERE.containsKey(code) || later)
            .as(code)
            .isTrue();
      }
    });
  }
}
