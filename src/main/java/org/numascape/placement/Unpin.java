package org.numascape.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Turns "take these off the host" into an edit: pins of threads and bindings of memory go.
public interface Unpin {

  /// The edit that frees these items, as one step; empty where none of them is placed. Parts of the
  /// host and devices have nothing to take away.
  static Optional<Edit> of(Design design, Collection<? extends Item> items) {
    var edits = new ArrayList<Edit>();
    var vcpus = new TreeMap<DomainId, TreeSet<Integer>>();
    for (var item : items) {
      switch (item) {
        case Item.Vcpu(var id, var vcpu) ->
            vcpus.computeIfAbsent(id, d -> new TreeSet<>()).add(vcpu);
        case Item.WholeGuest(var id) ->
            design.guest(id).ifPresent(guest -> edits.addAll(everything(guest)));
        case Item.Cell(var id, var cell) -> edits.add(new Edit.UnbindCell(id, cell));
        case Item.Emulator(var id) -> edits.add(new Edit.PinEmulator(id, Optional.empty()));
        case Item.IoThread(var id, var thread) ->
            edits.add(new Edit.PinIoThread(id, thread, Optional.empty()));
        case Item.OnHost on -> {}
        case Item.NodeMemory memory -> {}
        case Item.Device device -> {}
      }
    }
    vcpus.forEach((id, ids) -> edits.add(0, new Edit.UnpinVcpus(id, CpuSet.of(ids))));
    edits.removeIf(edit -> edit.applyTo(design).equals(design));
    return switch (edits.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(edits.getFirst());
      default -> Optional.of(new Edit.Together(label(design, items), edits));
    };
  }

  /// The same as a drop, with words for the pill.
  static Optional<DropPlan> plan(Analysis facts, List<? extends Item> dragged) {
    var words = List.of(new PillLine(Tone.PLAIN, "no longer held to a place"));
    return of(facts.design(), dragged).map(edit -> new DropPlan(edit, words, Map.of()));
  }

  private static List<Edit> everything(Guest guest) {
    var domain = guest.wanted();
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.UnpinVcpus(guest.id(), CpuSet.range(0, domain.vcpus().maximum() - 1)));
    edits.add(new Edit.PinEmulator(guest.id(), Optional.empty()));
    domain
        .ioThreads()
        .forEach(io -> edits.add(new Edit.PinIoThread(guest.id(), io.id(), Optional.empty())));
    int cells = Math.max(1, domain.cells().size());
    IntStream.range(0, cells)
        .map(i -> domain.cells().isEmpty() ? 0 : domain.cells().get(i).id())
        .forEach(cell -> edits.add(new Edit.UnbindCell(guest.id(), cell)));
    return edits;
  }

  private static String label(Design design, Collection<? extends Item> items) {
    Map<DomainId, Boolean> guests = new TreeMap<>();
    for (var item : items) {
      if (item instanceof Item.OfGuest of) {
        guests.put(of.domain(), true);
      }
    }
    if (guests.size() != 1) {
      return "Unpin parts of " + guests.size() + " guests";
    }
    var id = guests.keySet().iterator().next();
    String name = design.guest(id).map(Guest::name).orElse(id.value());
    return items.contains(new Item.WholeGuest(id))
        ? "Unpin all of " + name
        : "Unpin parts of " + name;
  }
}
