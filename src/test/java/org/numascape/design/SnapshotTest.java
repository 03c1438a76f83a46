package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.CpuSet;

final class SnapshotTest {

  private static final DomainId DB = new DomainId("db");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void aSnapshotIsNoStepAndForgetsNothingThatCouldBeRedone() {
    var undone = start().after(pin(5)).undo();

    var kept = undone.keeping(snapshot("A", undone.present()));

    assertThat(kept.undoLabel()).isEmpty();
    assertThat(kept.redo().present().guest(DB)).isEqualTo(undone.redo().present().guest(DB));
  }

  @Test
  void aSnapshotSurvivesUndoPastItsTakingAndANewEditThere() {
    var tried = start().after(pin(5));
    var kept = tried.keeping(snapshot("A", tried.present()));

    var other = kept.undo().after(pin(3));

    assertThat(other.present().snapshots()).extracting(Snapshot::name).containsExactly("A");
    assertThat(pinOf(other.after(new SnapshotEdit.Restore("A")).present())).isEqualTo(CpuSet.of(5));
  }

  @Test
  void restoringIsUndone() {
    var kept = start().keeping(snapshot("A", start().present())).after(pin(5));

    var restored = kept.after(new SnapshotEdit.Restore("A"));

    assertThat(pinOf(restored.present())).isEqualTo(CpuSet.of(0));
    assertThat(restored.undoLabel()).contains("Restore the snapshot “A”");
    assertThat(restored.undo().present()).isEqualTo(kept.present());
  }

  @Test
  void whatIsPlannedForTheHostComesBackToo() {
    var planned =
        start()
            .after(new DesignEdit.KeepLane(new Lane("SPDK", CpuSet.of(4, 5), Map.of(1, 4_096L))))
            .after(new DesignEdit.Isolate(Optional.of(CpuSet.of(6))));
    var kept = planned.keeping(snapshot("A", planned.present()));

    var restored = kept.jump(0).after(new SnapshotEdit.Restore("A")).present();

    assertThat(restored.lanes()).isEqualTo(planned.present().lanes());
    assertThat(restored.isolated()).isEqualTo(planned.present().isolated());
  }

  @Test
  void whatIsKnownOfTheHostStaysAsItIsKnownNow() {
    var measured = new MeasuredLatency(Map.of(0, Map.of(0, 80.0)), "mlc", "host.txt", "");
    var kept = start().keeping(snapshot("A", start().present()));

    var restored =
        kept.after(new CostEdit.Measure(Optional.of(measured), Optional.empty()))
            .after(pin(5))
            .after(new SnapshotEdit.Restore("A"));

    assertThat(pinOf(restored.present())).isEqualTo(CpuSet.of(0));
    assertThat(restored.present().costs().measured()).contains(measured);
  }

  @Test
  void aGuestThatWasRemovedSinceComesBackAndOneAddedSinceGoes() {
    var web = Guests.domain("web").guest();
    var kept = start().keeping(snapshot("A", start().present()));

    var restored =
        kept.after(new Edit.RemoveGuest(DB))
            .after(new Edit.AddGuests(List.of(web)))
            .after(new SnapshotEdit.Restore("A"))
            .present();

    assertThat(restored.guests()).extracting(Guest::name).containsExactly("db");
  }

  @Test
  void deletingAndRenamingAreUndone() {
    var kept =
        start().keeping(snapshot("A", start().present())).keeping(snapshot("B", start().present()));

    var renamed = kept.after(new SnapshotEdit.Relabel("A", "first"));
    var deleted = renamed.after(new SnapshotEdit.Delete("B"));

    assertThat(deleted.present().snapshots()).extracting(Snapshot::name).containsExactly("first");
    assertThat(deleted.jump(0)).extracting(History::present).isEqualTo(kept.present());
  }

  @Test
  void aNameThatAnotherSnapshotHasIsRefused() {
    var kept =
        start().keeping(snapshot("A", start().present())).keeping(snapshot("B", start().present()));

    assertThat(kept.after(new SnapshotEdit.Relabel("A", "B"))).isSameAs(kept);
  }

  @Test
  void afterAnApplyASnapshotWantsWhatItWantedAndKnowsWhatTheHostHas() {
    var moved = Guests.domain("db").pinnedTo("5").running().guest();
    var planned = start().keeping(snapshot("A", start().present())).after(pin(5));

    var applied = planned.refreshed(design(moved).withSnapshots(planned.present().snapshots()));

    var guest = applied.after(new SnapshotEdit.Restore("A")).present().guest(DB).orElseThrow();
    assertThat(guest.stored()).as("what the host has").isEqualTo(moved.stored());
    assertThat(guest.wanted().vcpuPins()).containsEntry(0, CpuSet.of(0));
  }

  @Test
  void whatSomebodyElseChangedOfAnUntouchedGuestIsNoChangeInASnapshot() {
    var moved = Guests.domain("db").pinnedTo("5").running().guest();
    var kept = start().keeping(snapshot("A", start().present()));

    var read = kept.refreshed(design(moved).withSnapshots(kept.present().snapshots()));

    assertThat(read.after(new SnapshotEdit.Restore("A"))).isSameAs(read);
  }

  private static Edit pin(int cpu) {
    return new Edit.PinVcpus(DB, Map.of(0, CpuSet.of(cpu)));
  }

  private static CpuSet pinOf(Design design) {
    return design.guest(DB).orElseThrow().wanted().vcpuPins().getOrDefault(0, CpuSet.EMPTY);
  }

  private static Snapshot snapshot(String name, Design design) {
    return Snapshot.of(name, NOON, design);
  }

  private static History start() {
    return History.startingAt(design(Guests.domain("db").pinnedTo("0").running().guest()));
  }

  private static Design design(Guest guest) {
    return Design.of("d", Hosts.twoSockets(), new HostSource.Sample("two"), List.of(guest));
  }
}
