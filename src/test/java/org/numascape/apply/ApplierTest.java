package org.numascape.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.numascape.design.CellEdit;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.PoolPlan;
import org.numascape.domain.DomainState;
import org.numascape.domain.GuestCell;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.HostIdentity;
import org.numascape.hypervisor.LivePins;
import org.numascape.simulation.FaultPlan;
import org.numascape.simulation.SimulatedHypervisor;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

final class ApplierTest {

  private static ApplyReport applied(SimulatedHypervisor host, Design design) throws Exception {
    return new Applier(host, new KeptInMemory())
        .apply(ApplyPlan.of(Host.placed(design), Map.of()), _ -> {});
  }

  private record Reality(String db, String ci, LivePins pins) {
    static Reality of(SimulatedHypervisor host) throws Exception {
      return new Reality(
          host.domain(Host.RUNNING).orElseThrow().inactiveXml(),
          host.domain(Host.STOPPED).orElseThrow().inactiveXml(),
          host.livePins(Host.RUNNING));
    }
  }

  @Test
  void everyThingAppliedIsReadBackAndVerified() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);

    var report = applied(host, Host.read(host));

    assertThat(report.complete()).isTrue();
    assertThat(host.livePins(Host.RUNNING).vcpus()).containsEntry(3, CpuSet.of(11, 43));
    assertThat(host.livePins(Host.RUNNING).emulator()).isEqualTo(CpuSet.of(0, 1));
    assertThat(host.livePins(Host.RUNNING).ioThreads()).containsEntry(1, CpuSet.of(2));
    var ci = DomainReader.read("ci", host.domain(Host.STOPPED).orElseThrow().inactiveXml());
    assertThat(ci.vcpuPins()).containsEntry(1, CpuSet.of(17));
    assertThat(report.text()).contains("vCPU 3 → CPUs 11,43 (live): verified");
  }

  @ParameterizedTest
  @EnumSource(FaultPlan.Moment.class)
  void afterAFailureAtAnyCallTheGuestIsAsItWasBefore(FaultPlan.Moment moment) throws Exception {
    var sound = Host.simulated(FaultPlan.NONE);
    var design = Host.read(sound);
    int first = sound.calls() + 1;
    applied(sound, design);
    int last = sound.calls();
    var intended = Reality.of(sound);
    int failed = 0;

    for (int call = first + 1; call <= last; call++) {
      var fault =
          moment == FaultPlan.Moment.BEFORE
              ? FaultPlan.refusing(call)
              : FaultPlan.losingTheAnswerOf(call);
      var host = Host.simulated(fault);
      var read = Host.read(host);
      var before = Reality.of(Host.simulated(FaultPlan.NONE));

      var report = applied(host, read);

      var after = Reality.of(host);
      for (var outcome : report.domains()) {
        boolean db = outcome.id().equals(Host.DB);
        boolean undone = outcome instanceof Outcome.Failed;
        failed += undone ? 1 : 0;
        var as = undone ? before : intended;
        assertThat(db ? after.db() : after.ci())
            .as("call %d", call)
            .isEqualTo(db ? as.db() : as.ci());
        if (db) {
          assertThat(after.pins()).as("call %d", call).isEqualTo(as.pins());
        }
        if (outcome instanceof Outcome.Failed failure) {
          assertThat(failure.notRestored()).as("call %d", call).isEmpty();
        }
      }
    }

    assertThat(failed).isGreaterThanOrEqualTo(13);
  }

  @Test
  void oneGuestsFailureDoesNotStopTheOthers() throws Exception {
    var probe = Host.simulated(FaultPlan.NONE);
    Host.read(probe);
    var host = Host.simulated(FaultPlan.refusing(probe.calls() + 3));

    var report = applied(host, Host.read(host));

    assertThat(report.domains().getFirst()).isInstanceOf(Outcome.Failed.class);
    assertThat(report.domains().getLast()).isInstanceOf(Outcome.Applied.class);
    assertThat(report.complete()).isFalse();
  }

  @Test
  void aGuestThatSomebodyChangedSinceItWasReadIsLeftAlone() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var design = Host.read(host);
    host.define(Host.DB_XML.replace("cpuset='4'", "cpuset='5'"), true);
    var theirs = Reality.of(host);

    var report = applied(host, design);

    assertThat(report.domains().getFirst())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).isInstanceOf(Reason.ChangedByOthers.class));
    assertThat(Reality.of(host).db()).isEqualTo(theirs.db());
    assertThat(Reality.of(host).pins()).isEqualTo(theirs.pins());
  }

  @Test
  void aLivePinToACpuThatIsNotThereTakesTheWholeGuestBack() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var design =
        new Edit.PinVcpus(Host.DB, Map.of(0, CpuSet.of(1), 3, CpuSet.of(99)))
            .applyTo(Host.read(host));
    var before = Reality.of(host);

    var report =
        new Applier(host, new KeptInMemory()).apply(ApplyPlan.of(design, Map.of()), _ -> {});

    assertThat(report.text())
        .contains("CPUs 99 do not exist")
        .contains("restored: move vCPU 0 to CPU 4");
    assertThat(Reality.of(host)).isEqualTo(before);
  }

  @Test
  void anOldServerIsNotSentWhatWouldEndIt() throws Exception {
    var old = new HostIdentity("simulated:///old", "old", "Simulated", 9_000_000, false);
    var host = new SimulatedHypervisor(old, Host.topology(), Host.records(), FaultPlan.NONE);
    var cells =
        List.of(
            new GuestCell(0, CpuSet.EMPTY, 1_048_576),
            new GuestCell(1, CpuSet.range(0, 1), 1_048_576));
    var design = new CellEdit.SetCells(Host.CI, cells).applyTo(Host.read(host));
    var before = Reality.of(host);
    int calls = host.calls();

    var report =
        new Applier(host, new KeptInMemory()).apply(ApplyPlan.of(design, Map.of()), _ -> {});

    assertThat(report.text()).contains("put cells without vCPUs last");
    assertThat(report.complete()).isFalse();
    assertThat(Reality.of(host)).isEqualTo(before);
    assertThat(host.calls() - calls).as("nothing but questions").isLessThan(9);
  }

  @Test
  void withoutARestorePointNoDefinitionIsReplaced() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var design = Host.placed(Host.read(host));
    var before = Reality.of(host);
    var full =
        new RestorePoints() {
          @Override
          public RestorePoint save(String uuid, String xml) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public List<RestorePoint> all() {
            return List.of();
          }

          @Override
          public String xml(RestorePoint point) {
            return "";
          }
        };

    var report = new Applier(host, full).apply(ApplyPlan.of(design, Map.of()), _ -> {});

    assertThat(report.text()).contains("No space left on device");
    assertThat(Reality.of(host)).isEqualTo(before);
  }

  @Test
  void theRestorePointIsTheDefinitionAsItWas() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var kept = new KeptInMemory();

    new Applier(host, kept).apply(ApplyPlan.of(Host.placed(Host.read(host)), Map.of()), _ -> {});

    assertThat(kept.texts).containsExactly(Host.DB_XML, Host.CI_XML);
  }

  @Test
  void anApplyCanBeTakenBackLater() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var kept = new KeptInMemory();
    var applier = new Applier(host, kept);
    applier.apply(ApplyPlan.of(Host.placed(Host.read(host)), Map.of()), _ -> {});

    var failed = applier.restore(kept.all().getLast());

    assertThat(failed).isEmpty();
    var db = DomainReader.read("db", host.domain(Host.RUNNING).orElseThrow().inactiveXml());
    assertThat(db).isEqualTo(DomainReader.read("db", Host.DB_XML));
  }

  @Test
  void aSavedImageIsSaidToWinOverTheDefinition() throws Exception {
    var record =
        new DomainRecord(
            Host.STOPPED,
            "ci",
            DomainState.SHUT_OFF,
            Host.CI_XML,
            Optional.empty(),
            true,
            false,
            true);
    var host = SimulatedHypervisor.of(Host.topology(), List.of(record));
    var design = new Edit.PinVcpus(Host.CI, Map.of(0, CpuSet.of(1))).applyTo(Host.read(host));

    var report =
        new Applier(host, new KeptInMemory()).apply(ApplyPlan.of(design, Map.of()), _ -> {});

    assertThat(report.complete()).isFalse();
    assertThat(report.text()).contains("managedsave-remove");
  }

  @Test
  void aDefinitionTheSchemaDoesNotKnowCanBeSentWithoutTheCheck() throws Exception {
    String strange = Host.CI_XML.replace("<os>", "<quantum/><os>");
    var record =
        new DomainRecord(
            Host.STOPPED,
            "ci",
            DomainState.SHUT_OFF,
            strange,
            Optional.empty(),
            true,
            false,
            false);
    var host = SimulatedHypervisor.of(Host.topology(), List.of(record));
    var plan =
        ApplyPlan.of(
            new Edit.PinVcpus(Host.CI, Map.of(0, CpuSet.of(1))).applyTo(Host.read(host)), Map.of());
    var applier = new Applier(host, new KeptInMemory());

    var refused = applier.apply(plan, _ -> {});
    var accepted = applier.apply(plan, java.util.Set.of(Host.CI), _ -> {});

    assertThat(refused.domains().getFirst())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.remedy()).contains(Outcome.Remedy.RETRY_WITHOUT_VALIDATION));
    assertThat(accepted.complete()).isTrue();
  }

  @Test
  void aPoolThatCannotGrowIsReportedWithWhatItHolds() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var design = Host.read(host).withPool(new PoolPlan(2, PageSize.TWO_MIB, 1_000_000));

    var report =
        new Applier(host, new KeptInMemory()).apply(ApplyPlan.of(design, Map.of()), _ -> {});

    assertThat(report.pools().getFirst().pages()).isEqualTo(OptionalLong.of(12_288 + 7 * 1024));
    assertThat(report.text()).contains("not reached; it holds 19,456 now");
  }

  @Test
  void aDomainFromAFileIsDefinedWhereTheHostHasNone() throws Exception {
    var host = SimulatedHypervisor.of(Host.topology(), List.of());
    var guest = Guest.read(DomainReader.read("ci", Host.CI_XML), Host.CI_XML, DomainState.FILE, 0);
    var design = Host.read(host).withGuests(List.of(guest));
    var plan = ApplyPlan.of(design, Map.of(Host.CI, When.NEXT_START));
    var applier = new Applier(host, new KeptInMemory());

    var first = applier.apply(plan, _ -> {});
    var second = applier.apply(plan, _ -> {});

    assertThat(first.complete()).isTrue();
    assertThat(host.domain(Host.STOPPED)).isPresent();
    assertThat(second.text()).contains("already");
  }

  @Test
  void cancellingSetsTheGuestBackAndBeginsNoOther() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var plan = ApplyPlan.of(Host.placed(Host.read(host)), Map.of());
    var before = Reality.of(host);

    var report =
        new Applier(host, new KeptInMemory())
            .apply(
                plan,
                progress -> {
                  boolean moved =
                      progress instanceof Progress.Done done
                          && done.step().words().startsWith("move vCPU 1");
                  if (moved) {
                    Thread.currentThread().interrupt();
                  }
                });
    boolean interrupted = Thread.interrupted();

    assertThat(interrupted).isTrue();
    assertThat(report.domains().getFirst()).isInstanceOf(Outcome.Failed.class);
    assertThat(report.domains().getLast()).isInstanceOf(Outcome.NotBegun.class);
    assertThat(Reality.of(host)).isEqualTo(before);
  }

  @Test
  void everyStepIsToldFromItsStartToItsEnd() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var told = new ArrayList<Progress>();

    new Applier(host, new KeptInMemory())
        .apply(ApplyPlan.of(Host.placed(Host.read(host)), Map.of()), told::add);

    long started = told.stream().filter(Progress.Started.class::isInstance).count();
    long done = told.stream().filter(Progress.Done.class::isInstance).count();
    assertThat(started).isEqualTo(done).isGreaterThan(12);
  }

  @Test
  void noPasswordGetsIntoTheReportThePlanOrTheDiff() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var plan = ApplyPlan.of(Host.placed(Host.read(host)), Map.of());

    var report = new Applier(host, new KeptInMemory()).apply(plan, _ -> {});

    assertThat(report.text()).doesNotContain("geheim");
    assertThat(report.toString()).doesNotContain("geheim");
    assertThat(plan.toString()).doesNotContain("geheim");
    assertThat(plan.domains().getFirst().diff().unified("a", "b", 100)).doesNotContain("geheim");
  }

  @Test
  void verificationNamesWhatSomebodyMovedSince() throws Exception {
    var host = Host.simulated(FaultPlan.NONE);
    var design = Host.placed(Host.read(host));
    new Applier(host, new KeptInMemory()).apply(ApplyPlan.of(design, Map.of()), _ -> {});
    host.pinVcpuLive(Host.RUNNING, 2, CpuSet.of(63));

    var verdicts = Verification.of(design, host);

    assertThat(verdicts.getLast().verified()).isTrue();
    assertThat(verdicts.getFirst().findings())
        .filteredOn(finding -> finding.match() == Finding.Match.DIFFERENT)
        .extracting(Finding::line)
        .containsExactly("vCPU 2 → CPUs 10,42 (live): different, it is CPU 63");
  }
}
