package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// A pin names a CPU the host has not got, or has switched off. One problem for each guest.
final class PinOutsideHost implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var usable = guest.host().usableCpus();
    var wrong =
        guest.seats().values().stream()
            .filter(seat -> seat.hold().pinned() && !usable.containsAll(seat.cpus()))
            .toList();
    return wrong.isEmpty() ? Stream.empty() : Stream.of(problem(guest, wrong));
  }

  private static Finding problem(GuestFacts facts, List<Seat> wrong) {
    var usable = facts.host().usableCpus();
    var missing = wrong.stream().map(Seat::cpus).reduce(CpuSet.EMPTY, CpuSet::or).minus(usable);
    return new Finding(
        "P-10",
        Severity.ERROR,
        Optional.of(facts.id()),
        wrong.stream().map(Seat::who).map(Item.class::cast).toList(),
        "",
        who(wrong) + " pinned to " + Words.cpus(missing) + ", " + reason(facts, missing),
        "",
        now -> fixes(now, facts.guest(), wrong, usable));
  }

  private static String who(List<Seat> wrong) {
    var vcpus = CpuSet.of(wrong.stream().flatMap(PinOutsideHost::vcpu).toList());
    var parts = new ArrayList<String>();
    if (!vcpus.isEmpty()) {
      parts.add(Words.vcpus(vcpus));
    }
    for (var seat : wrong) {
      if (seat.who() instanceof Item.Emulator) {
        parts.add("the emulator");
      } else if (seat.who() instanceof Item.IoThread(var id, int thread)) {
        parts.add("I/O thread " + thread);
      }
    }
    String text = String.join(" and ", parts);
    boolean one = parts.size() == 1 && vcpus.size() <= 1;
    return Character.toString(text.charAt(0)).equals("t")
        ? "T" + text.substring(1) + (one ? " is" : " are")
        : text + (one ? " is" : " are");
  }

  private static Stream<Integer> vcpu(Seat seat) {
    return seat.who() instanceof Item.Vcpu(var id, int vcpu) ? Stream.of(vcpu) : Stream.empty();
  }

  private static String reason(GuestFacts facts, CpuSet missing) {
    int highest = CpuSet.of(facts.host().pus().keySet()).last();
    boolean absent = missing.stream().anyMatch(cpu -> facts.host().pu(cpu).isEmpty());
    return absent
        ? "the highest CPU of this host is " + highest
        : "which " + (missing.size() == 1 ? "is" : "are") + " offline or not allowed";
  }

  /// What is left of a pin stays; a thread that has nothing left goes to a free CPU near its
  /// memory, the emulator and I/O threads to the CPUs of the host. No fix where the guest's own
  /// cpuset is wrong: no edit changes that.
  private static List<Fix> fixes(Analysis facts, Guest guest, List<Seat> wrong, CpuSet usable) {
    var cpuset = guest.wanted().vcpus().cpuset();
    if (cpuset.filter(cpus -> !usable.containsAll(cpus)).isPresent()) {
      return List.of();
    }
    var edits = new ArrayList<Edit>();
    Map<Integer, CpuSet> pins = new TreeMap<>();
    var homeless = new ArrayList<Item.Vcpu>();
    for (var seat : wrong) {
      var rest = seat.cpus().and(usable);
      var place = rest.isEmpty() ? Housekeeping.cpusFor(facts, guest) : rest;
      switch (seat.who()) {
        case Item.Vcpu vcpu when rest.isEmpty() -> homeless.add(vcpu);
        case Item.Vcpu(var id, int vcpu) -> pins.put(vcpu, rest);
        case Item.Emulator(var id) -> edits.add(new Edit.PinEmulator(id, some(place)));
        case Item.IoThread(var id, int thread) ->
            edits.add(new Edit.PinIoThread(id, thread, some(place)));
        case Item.WholeGuest w -> {}
        case Item.Cell c -> {}
        case Item.Device d -> {}
      }
    }
    if (!pins.isEmpty()) {
      edits.add(new Edit.PinVcpus(guest.id(), pins));
    }
    if (!homeless.isEmpty()) {
      var landing =
          Room.landing(facts, homeless, nearMemory(facts, guest))
              .or(() -> Room.landing(facts, homeless, usable));
      if (landing.isEmpty()) {
        return List.of();
      }
      edits.addAll(landing.get().edits());
    }
    String label = "Pin " + guest.name() + " to CPUs of this host";
    return List.of(new Fix(label, new Edit.Together(label, edits)));
  }

  private static Optional<CpuSet> some(CpuSet cpus) {
    return Optional.of(cpus).filter(set -> !set.isEmpty());
  }

  private static CpuSet nearMemory(Analysis facts, Guest guest) {
    var reach = facts.reach(guest.id());
    NodeSet nodes = reach.memoryNodes().isEmpty() ? reach.cpuNodes() : reach.memoryNodes();
    OptionalInt node = nodes.first();
    return node.isPresent() ? facts.host().cpusOf(node.getAsInt()) : facts.host().usableCpus();
  }
}
