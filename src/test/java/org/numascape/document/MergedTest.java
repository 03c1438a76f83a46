package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.CellEdit;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.DomainState;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

final class MergedTest {
  private static final HostSource SOURCE = new HostSource.Connection("qemu:///system");
  private static final DomainId DB = new DomainId("db");

  @Test
  void aHostThatIsAnotherIsSaidUntilItIsAgreedTo() {
    var old = design(Guests.domain("db").vcpus(2).pinnedTo("1,2").guest());
    var guest = Guests.domain("db").vcpus(2).pinnedTo("1,2").guest();
    var smaller = new OpenedHost(Hosts.oneNode(), SOURCE, List.of(guest), CpuSet.EMPTY, List.of());

    var first = Merged.of(old, smaller).design();
    var second = Merged.of(first, smaller).design();
    var agreed = Merged.of(new Edit.AgreeToHost().applyTo(second), smaller).design();

    assertThat(first.host().facts().changes()).isNotEmpty();
    assertThat(second.host().facts().changes()).isEqualTo(first.host().facts().changes());
    assertThat(agreed.host().facts().changes()).isEmpty();
    assertThat(Merged.of(old, read(guest)).design().host().facts().changes()).isEmpty();
  }

  @Test
  void whatOnlyTheHostChangedIsTakenFromTheHost() {
    var old = design(Guests.domain("db").vcpus(2).pinnedTo("1,2").guest());
    var now = Guests.domain("db").vcpus(2).pinnedTo("1,9").guest();

    var merged = Merged.of(old, read(now));

    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.design().guest(DB).orElseThrow().changed()).isFalse();
    assertThat(pin(merged, 1)).contains(CpuSet.of(9));
  }

  @Test
  void whatOnlyThePersonChangedIsKept() {
    var guest = Guests.domain("db").vcpus(2).pinnedTo("1,2").guest();
    var old = pinned(design(guest), 0, 5);

    var merged = Merged.of(old, read(guest));

    assertThat(merged.conflicts()).isEmpty();
    assertThat(pin(merged, 0)).contains(CpuSet.of(5));
  }

  @Test
  void bothMayChangeDifferentPinsOfOneGuest() {
    var old = pinned(design(Guests.domain("db").vcpus(2).pinnedTo("1,2").guest()), 0, 5);
    var now = Guests.domain("db").vcpus(2).pinnedTo("1,9").guest();

    var merged = Merged.of(old, read(now));

    assertThat(merged.conflicts()).isEmpty();
    assertThat(pin(merged, 0)).contains(CpuSet.of(5));
    assertThat(pin(merged, 1)).contains(CpuSet.of(9));
  }

  @Test
  void onePinChangedByBothIsAConflictAndThePersonsIsKept() {
    var old = pinned(design(Guests.domain("db").vcpus(1).pinnedTo("1").guest()), 0, 5);
    var now = Guests.domain("db").vcpus(1).pinnedTo("9").guest();

    var merged = Merged.of(old, read(now));

    assertThat(pin(merged, 0)).contains(CpuSet.of(5));
    assertThat(merged.conflicts())
        .containsExactly(
            new Conflict.BothChanged(DB, "db", "the pin of vCPU 0", "CPUs 5", "CPUs 9"));
  }

  @Test
  void theSameChangeOnBothSidesIsNoConflictAndNoChangeAnyMore() {
    var old = pinned(design(Guests.domain("db").vcpus(1).pinnedTo("1").guest()), 0, 5);
    var now = Guests.domain("db").vcpus(1).pinnedTo("5").guest();

    var merged = Merged.of(old, read(now));

    assertThat(merged.conflicts()).isEmpty();
    assertThat(merged.design().guest(DB).orElseThrow().changed()).isFalse();
  }

  @Test
  void aPinTakenAwayStaysAway() {
    var guest = Guests.domain("db").vcpus(2).pinnedTo("1,2").guest();
    var old = new Edit.UnpinVcpus(DB, CpuSet.of(0)).applyTo(design(guest));

    var merged = Merged.of(old, read(guest));

    assertThat(pin(merged, 0)).isEmpty();
    assertThat(pin(merged, 1)).contains(CpuSet.of(2));
  }

  @Test
  void memoryPagesEmulatorAndIoThreadsMergeEachForItself() {
    var base = Guests.domain("db").vcpus(1).strict("0").emulator("0").ioThread("1").guest();
    var old =
        new Edit.Together(
                "all",
                List.of(
                    new Edit.BindCell(DB, 0, new MemoryBinding(MemoryMode.STRICT, NodeSet.of(1))),
                    new Edit.SetPages(DB, Optional.of(PageSize.ONE_GIB))))
            .applyTo(design(base));
    var now = Guests.domain("db").vcpus(1).strict("0").emulator("3").ioThread("4").guest();

    var wanted = Merged.of(old, read(now)).design().guest(DB).orElseThrow().wanted();

    assertThat(wanted.numaTune().bindingOf(0).orElseThrow().nodes()).isEqualTo(NodeSet.of(1));
    assertThat(wanted.backing().hugePages()).isTrue();
    assertThat(wanted.emulatorPin()).contains(CpuSet.of(3));
    assertThat(wanted.ioThreads().getFirst().pin()).contains(CpuSet.of(4));
  }

  @Test
  void sizesAreTheHosts() {
    var old = pinned(design(Guests.domain("db").vcpus(4).memoryGib(4).guest()), 3, 5);
    var now = Guests.domain("db").vcpus(2).memoryGib(8).guest();

    var wanted = Merged.of(old, read(now)).design().guest(DB).orElseThrow().wanted();

    assertThat(wanted.vcpus().maximum()).isEqualTo(2);
    assertThat(wanted.memoryKib()).isEqualTo(8L << 20);
    assertThat(wanted.vcpuPins()).isEmpty();
  }

  @Test
  void aGuestThatIsGoneStaysOnlyWhereThePersonChangedIt() {
    var old =
        pinned(
            design(Guests.domain("db").running().guest(), Guests.domain("web").colour(1).guest()),
            0,
            5);

    var merged = Merged.of(old, read());

    assertThat(merged.design().guests()).extracting(Guest::name).containsExactly("db");
    assertThat(merged.design().guests().getFirst().state()).isEqualTo(DomainState.SHUT_OFF);
    assertThat(merged.conflicts()).containsExactly(new Conflict.Gone(DB, "db"));
  }

  @Test
  void aGuestFromAFileStays() {
    var file = Guest.read(Guests.domain("new").build(), "", DomainState.FILE, 0);

    assertThat(Merged.of(design(file), read()).design().guests()).containsExactly(file);
  }

  @Test
  void cellsThatOnlyTheDesignChangedStayAndThoseOfBothAreAConflict() {
    var guest = Guests.domain("db").vcpus(4).cell("0-1", 2).cell("2-3", 2).guest();
    var old = new CellEdit.Resize(DB, 0, 4_194_304).applyTo(design(guest));
    var other = Guests.domain("db").vcpus(4).cell("0-1", 8).cell("2-3", 2).guest();

    var same = Merged.of(old, read(guest));
    var both = Merged.of(old, read(other));

    assertThat(same.conflicts()).isEmpty();
    assertThat(same.design().guest(DB).orElseThrow().wanted().memoryKib()).isEqualTo(6_291_456);
    assertThat(both.conflicts())
        .extracting(Conflict::sentence)
        .anyMatch(sentence -> sentence.startsWith("Somebody changed the guest cells of db"));
    assertThat(both.design().guest(DB).orElseThrow().wanted().memoryKib()).isEqualTo(6_291_456);
  }

  @Test
  void coloursStayAndNewGuestsGetTheLowestFree() {
    var old = design(Guests.domain("a").colour(1).guest(), Guests.domain("b").colour(0).guest());
    var now =
        read(
            Guests.domain("new").colour(0).guest(),
            Guests.domain("a").colour(1).guest(),
            Guests.domain("b").colour(2).guest());

    var guests = Merged.of(old, now).design().guests();

    assertThat(guests).extracting(Guest::name).containsExactly("a", "b", "new");
    assertThat(guests).extracting(Guest::colour).containsExactly(1, 0, 2);
  }

  @Test
  void readingAnUnchangedHostAgainChangesNothing() {
    var guest = Guests.domain("db").vcpus(2).pinnedTo("1,2").guest();
    var old = pinned(design(guest), 0, 5).withReserved(CpuSet.of(0));

    assertThat(Merged.of(old, read(guest)).design()).isEqualTo(old);
  }

  private static Design design(Guest... guests) {
    return Design.of("d", Hosts.twoSockets(), SOURCE, List.of(guests));
  }

  private static OpenedHost read(Guest... guests) {
    return new OpenedHost(Hosts.twoSockets(), SOURCE, List.of(guests), CpuSet.EMPTY, List.of());
  }

  private static Design pinned(Design design, int vcpu, int cpu) {
    return new Edit.PinVcpus(DB, Map.of(vcpu, CpuSet.of(cpu))).applyTo(design);
  }

  private static Optional<CpuSet> pin(Merged merged, int vcpu) {
    return Optional.ofNullable(
        merged.design().guest(DB).orElseThrow().wanted().vcpuPins().get(vcpu));
  }
}
