package org.numascape.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.design.CellEdit;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.TuneEdit;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.simulation.FaultPlan;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

final class ApplyPlanTest {

  private static Design read() throws Exception {
    return Host.read(Host.simulated(FaultPlan.NONE));
  }

  @Test
  void aDesignThatChangesNothingPlansNothing() throws Exception {
    var plan = ApplyPlan.of(read(), Map.of());

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.story()).isEmpty();
  }

  @Test
  void pinsOfARunningGuestTakeEffectNowAndMemoryAtTheNextStart() throws Exception {
    var plan = ApplyPlan.of(Host.placed(read()), Map.of());

    var db = plan.domains().getFirst();
    assertThat(db.when()).isEqualTo(When.BOTH);
    assertThat(db.lines())
        .extracting(line -> line.words() + " | " + line.effect().word())
        .containsExactly(
            "vCPU 0 → CPUs 8,40 | live and next start",
            "vCPU 1 → CPUs 9,41 | live and next start",
            "vCPU 2 → CPUs 10,42 | live and next start",
            "vCPU 3 → CPUs 11,43 | live and next start",
            "emulator threads → CPUs 0-1 | live and next start",
            "I/O thread 1 → CPU 2 | live and next start",
            "memory → node 1 | next start");
    assertThat(db.lines().getLast().why()).isPresent();
  }

  @Test
  void singleCpusAreToldInOneLine() throws Exception {
    var pins = Map.of(0, CpuSet.of(13), 1, CpuSet.of(45), 2, CpuSet.of(14));
    var design = new Edit.PinVcpus(Host.DB, pins).applyTo(read());

    var plan = ApplyPlan.of(design, Map.of(Host.DB, When.NEXT_START));

    assertThat(plan.domains().getFirst().lines())
        .containsExactly(
            new PlannedLine("vCPUs 0-2 → CPUs 13,45,14", Effect.NEXT_START, Optional.empty()));
  }

  @Test
  void whatIsNotAPinIsToldInWordsAndWaitsForTheNextStart() throws Exception {
    var design = new CellEdit.Split(Host.DB, 0, 2).applyTo(read());
    var more = new TuneEdit.SetShares(Host.DB, OptionalLong.of(2048)).applyTo(design);

    var plan = ApplyPlan.of(more, Map.of(Host.DB, When.BOTH));

    var db = plan.domains().getFirst();
    assertThat(db.lines())
        .extracting(line -> line.words() + " | " + line.effect().word())
        .anyMatch(line -> line.startsWith("the guest cells → vCPUs 0-1, "))
        .contains("the CPU time → 2048 shares | next start");
    assertThat(db.newXml()).contains("<shares>2048</shares>");
  }

  @Test
  void choosingNowLeavesTheDefinitionAndSaysWhatStays() throws Exception {
    var plan = ApplyPlan.of(Host.placed(read()), Map.of(Host.DB, When.NOW));

    var db = plan.domains().getFirst();
    assertThat(db.definition()).isEmpty();
    assertThat(db.moves()).hasSize(6);
    assertThat(db.lines().getLast().effect()).isEqualTo(Effect.NONE);
  }

  @Test
  void aStoppedGuestCanOnlyChangeAtItsNextStart() throws Exception {
    var plan = ApplyPlan.of(Host.placed(read()), Map.of(Host.CI, When.NOW));

    var ci = plan.domains().getLast();
    assertThat(ci.when()).isEqualTo(When.NEXT_START);
    assertThat(ci.offered()).containsExactly(When.NEXT_START);
    assertThat(ci.moves()).isEmpty();
    assertThat(ci.lines())
        .extracting(PlannedLine::words)
        .containsExactly("vCPUs 0-1 → CPUs 16,17", "memory → pages of 2 MiB");
  }

  @Test
  void theModeOfARunningGuestsMemoryWaitsForTheNextStart() throws Exception {
    var bound =
        new Edit.BindCell(Host.DB, 0, new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(2)));
    var stored = bound.applyTo(read());
    var settled =
        stored.withGuests(
            stored.guests().stream()
                .map(g ->
                    new org.numascape.design.Guest(
                        g.wanted(), g.wanted(), g.xml(), g.live(), g.state(), true, 0))
                .toList());

    var plan =
        ApplyPlan.of(new Edit.SetMemoryMode(Host.DB, MemoryMode.STRICT).applyTo(settled), Map.of());

    var line = plan.domains().getFirst().lines().getFirst();
    assertThat(line.words()).isEqualTo("memory mode → strict");
    assertThat(line.effect()).isEqualTo(Effect.NEXT_START);
    assertThat(line.why().orElseThrow()).contains("cannot change this while the guest runs");
  }

  @Test
  void unpinningARunningThreadMovesItToAllOnlineCpus() throws Exception {
    var design = new Edit.UnpinVcpus(Host.DB, CpuSet.of(0)).applyTo(read());

    var plan = ApplyPlan.of(design, Map.of(Host.DB, When.NOW));

    assertThat(plan.domains().getFirst().moves())
        .containsExactly(new Change.PinVcpuLive(Host.DB, 0, CpuSet.range(0, 63)));
    assertThat(plan.domains().getFirst().lines().getFirst().words()).isEqualTo("vCPU 0 → any CPU");
  }

  @Test
  void vcpusMoveToIdleCpusBeforeTheyTakeThoseOfOthers() throws Exception {
    var pins = Map.of(1, CpuSet.of(4), 0, CpuSet.of(5));
    var design = new Edit.PinVcpus(Host.DB, pins).applyTo(read());

    var plan = ApplyPlan.of(design, Map.of());

    assertThat(plan.domains().getFirst().moves())
        .containsExactly(
            new Change.PinVcpuLive(Host.DB, 0, CpuSet.of(5)),
            new Change.PinVcpuLive(Host.DB, 1, CpuSet.of(4)));
  }

  @Test
  void threadsThatAreNotWhereTheirDefinitionHasThemAreOffered() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    host.pinVcpuLive(Host.RUNNING, 0, CpuSet.of(60));
    var design = Host.read(host);

    var pending = ApplyPlan.pending(design);
    var plan = ApplyPlan.of(design, Map.of(Host.DB, When.NOW));

    assertThat(pending).containsExactly(Host.DB);
    assertThat(plan.changes()).isEqualTo(List.of(new Change.PinVcpuLive(Host.DB, 0, CpuSet.of(4))));
    assertThat(plan.domains().getFirst().offered()).containsExactly(When.NOW);
  }

  @Test
  void theDiffShowsOnlyLinesOfPlacement() throws Exception {
    var design =
        new Edit.PinVcpus(Host.DB, Map.of(0, CpuSet.of(5), 1, CpuSet.of(6))).applyTo(read());

    var diff = ApplyPlan.of(design, Map.of()).domains().getFirst().diff();

    assertThat(diff.unified("db.xml", "db.xml", 1))
        .isEqualTo(
            """
            --- db.xml
            +++ db.xml
            @@ -8,3 +8,4 @@
               <cputune>
            -    <vcpupin vcpu='0' cpuset='4'/>
            +    <vcpupin vcpu='0' cpuset='5'/>
            +    <vcpupin vcpu='1' cpuset='6'/>
               </cputune>
            """);
  }
}
