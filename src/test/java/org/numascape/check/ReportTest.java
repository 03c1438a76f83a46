package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Mute;
import org.numascape.topology.CpuSet;

final class ReportTest {
  private static final DomainId BUILD = new DomainId("build-ci");

  @Test
  void aMutedProblemIsToldApartWithItsReason() {
    var mute = new Mute("N-04", Optional.of(BUILD), "it moves tomorrow");

    var report = report(new Edit.MuteRule(mute).applyTo(Designs.pictured()));

    assertThat(report.problems()).extracting(Problem::code).doesNotContain("N-04");
    assertThat(report.muted()).extracting(MutedProblem::mute).containsExactly(mute);
    assertThat(report.muted().getFirst().problem().domain()).contains(BUILD);
  }

  @Test
  void waysOutAreWorkedOutWhenTheyAreAskedForAndOnlyOnce() {
    var problem =
        report(Designs.pictured()).problems().stream()
            .filter(one -> one.code().equals("N-04"))
            .findFirst()
            .orElseThrow();
    boolean before = problem.fixesKnown();

    var fixes = problem.fixes();

    assertThat(before).isFalse();
    assertThat(fixes).isNotEmpty();
    assertThat(problem.fixesKnown()).isTrue();
    assertThat(problem.fixes()).isSameAs(fixes);
  }

  @Test
  void unmutingLetsTheRuleSpeakAgain() {
    var muted =
        new Edit.MuteRule(new Mute("N-04", Optional.empty(), "known")).applyTo(Designs.pictured());

    var report = report(new Edit.UnmuteRule("N-04", Optional.empty()).applyTo(muted));

    assertThat(report.muted()).isEmpty();
    assertThat(report.problems()).extracting(Problem::code).contains("N-04");
  }

  @Test
  void afterAnEditTheSameIsFoundAsFromScratch() {
    var facts = Analysis.of(Designs.pictured());
    var report = Report.of(facts);
    List<Edit> edits =
        List.of(
            new Edit.PinVcpus(BUILD, Map.of(0, CpuSet.of(2))),
            Edit.moveCell(facts.design(), BUILD, 0, 1),
            new Edit.UnpinVcpus(new DomainId("rt-app"), CpuSet.of(1)),
            new Edit.ReserveCpus(CpuSet.range(0, 15)),
            new Edit.RemoveGuest(new DomainId("db-server")));

    for (var edit : edits) {
      facts = facts.after(edit.applyTo(facts.design()));
      report = report.after(facts);

      assertThat(words(report)).isEqualTo(words(report(facts.design())));
    }
  }

  @Test
  void aFixOfAnUntouchedGuestKnowsWhatOthersTookMeanwhile() {
    var facts = Analysis.of(Designs.pictured());
    var report = Report.of(facts);
    var taken = new Edit.PinVcpus(new DomainId("db-server"), Map.of(0, CpuSet.of(20)));
    var now = facts.after(taken.applyTo(facts.design()));

    var problem =
        report.after(now).problems().stream()
            .filter(p -> p.code().equals("N-04"))
            .findFirst()
            .orElseThrow();

    assertThat(problem.fixes()).isNotEmpty();
    for (var fix : problem.fixes()) {
      var fixed = Analysis.of(fix.edit().applyTo(now.design()));
      assertThat(fixed.occupancy().crowded()).doesNotContainKey(20);
    }
  }

  private static Report report(Design design) {
    return Report.of(Analysis.of(design));
  }

  private static List<String> words(Report report) {
    return report.problems().stream().map(p -> p + " " + p.where() + p.fixes()).toList();
  }

  @Test
  void whatIsMutedForTheHostIsNotUndecidedEither() {
    var guest = Guests.domain("a").vcpus(2).pinnedTo("2,3").strict("0");
    var design = Designs.of(Hosts.fourNodes(), guest);
    var mute = new Mute("S-01", Optional.empty(), "nobody may read it");

    assertThat(report(design).undecided()).extracting(Undecided::code).contains("S-01", "S-03");
    assertThat(report(new Edit.MuteRule(mute).applyTo(design)).undecided())
        .extracting(Undecided::code)
        .contains("S-03")
        .doesNotContain("S-01");
  }

  @Test
  void aProblemIsTheSameUntilAnythingChangesForThenItsWaysOutMayBeOthers() {
    var facts = Analysis.of(Designs.pictured());
    var report = Report.of(facts);
    var other = new Edit.UnpinVcpus(new DomainId("rt-app"), CpuSet.of(1));
    var later = facts.after(other.applyTo(facts.design()));

    var problem = first(report, "N-04");

    assertThat(problem)
        .isEqualTo(first(report.after(facts), "N-04"))
        .hasSameHashCodeAs(first(report.after(facts), "N-04"))
        .isNotEqualTo(first(report.after(later), "N-04"))
        .isNotEqualTo(first(report, "H-01"))
        .hasToString(
            "ERROR N-04: vCPUs 0-5 run on node 1, their memory is on node 2 (distance 32 vs 10)");
  }

  private static Problem first(Report report, String code) {
    return report.problems().stream()
        .filter(problem -> problem.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
