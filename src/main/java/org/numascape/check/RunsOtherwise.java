package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.domain.Domain;
import org.numascape.topology.CpuSet;

/// The running guest is placed otherwise than its stored definition: L-06 where only the running
/// one is pinned, else L-01. A design that changes the guest knows, and is not told.
final class RunsOtherwise implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var it = guest.guest();
    if (!it.persistent() && !it.wanted().vcpuPins().isEmpty()) {
      return finding("L-06", guest, "It is pinned, and has no stored definition").stream();
    }
    if (it.live().isEmpty() || it.changed() || !it.state().active()) {
      return Stream.empty();
    }
    var live = it.live().get();
    var differs = differences(guest, live);
    if (differs.isEmpty()) {
      return Stream.empty();
    }
    boolean unpinned = it.stored().vcpuPins().isEmpty() && it.stored().vcpus().cpuset().isEmpty();
    boolean lost = unpinned && !pins(guest, live).isEmpty();
    return finding(
        lost ? "L-06" : "L-01",
        guest,
        lost
            ? "vCPUs are pinned in the running guest only"
            : "The running guest differs in " + Words.list(differs))
        .fixed(now -> takeOver(guest, live, differs))
        .stream();
  }

  private static Finding finding(String code, GuestFacts guest, String message) {
    return Finding.of(code, Severity.WARNING, guest, message);
  }

  private static List<String> differences(GuestFacts guest, Domain live) {
    var stored = guest.guest().stored();
    var found = new ArrayList<String>();
    if (!pins(guest, live).equals(pins(guest, stored))) {
      found.add("the pins of the vCPUs");
    }
    if (!narrow(guest, live.emulatorAffinity()).equals(narrow(guest, stored.emulatorAffinity()))) {
      found.add("the pin of the emulator");
    }
    if (!live.numaTune().memory().equals(stored.numaTune().memory())
        || !live.numaTune().cells().equals(stored.numaTune().cells())) {
      found.add("the memory placement");
    }
    return found;
  }

  /// Where vCPUs are held; a pin to every CPU is none.
  private static Map<Integer, CpuSet> pins(GuestFacts guest, Domain domain) {
    var found = new TreeMap<Integer, CpuSet>();
    domain.vcpus().online().stream()
        .forEach(
            vcpu -> narrow(guest, domain.affinity(vcpu)).ifPresent(cpus -> found.put(vcpu, cpus)));
    return found;
  }

  private static Optional<CpuSet> narrow(GuestFacts guest, Optional<CpuSet> cpus) {
    return cpus.filter(set -> !set.containsAll(guest.host().usableCpus()));
  }

  /// Only pins can be taken over: memory stays where the running guest has it.
  private static List<Fix> takeOver(GuestFacts guest, Domain live, List<String> differs) {
    if (differs.contains("the memory placement")) {
      return List.of();
    }
    var edits = new ArrayList<Edit>();
    var pins = pins(guest, live);
    var gone = CpuSet.of(guest.domain().vcpuPins().keySet()).minus(CpuSet.of(pins.keySet()));
    if (!gone.isEmpty()) {
      edits.add(new Edit.UnpinVcpus(guest.id(), gone));
    }
    if (!pins.isEmpty()) {
      edits.add(new Edit.PinVcpus(guest.id(), pins));
    }
    edits.add(new Edit.PinEmulator(guest.id(), narrow(guest, live.emulatorPin())));
    String label = "Store the placement that " + guest.guest().name() + " runs with";
    return List.of(new Fix(label, new Edit.Together(label, edits)));
  }
}
