package org.numascape.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Takes things off the host.
interface Unpin {

  /// One edit that takes pins and bindings away; empty where nothing would change.
  static Optional<DropPlan> plan(Analysis facts, List<? extends Item> dragged) {
    var edits = new ArrayList<Edit>();
    Map<DomainId, CpuSet> vcpus = new LinkedHashMap<>();
    dragged.stream()
        .flatMap(item -> parts(facts.design(), item))
        .forEach(part -> {
          switch (part) {
            case Item.Vcpu(var id, int vcpu) -> vcpus.merge(id, CpuSet.of(vcpu), CpuSet::or);
            case Item.Cell(var id, int cell) -> edits.add(new Edit.UnbindCell(id, cell));
            case Item.Emulator(var id) -> edits.add(new Edit.PinEmulator(id, Optional.empty()));
            case Item.IoThread(var id, int thread) ->
                edits.add(new Edit.PinIoThread(id, thread, Optional.empty()));
            case Item.WholeGuest w -> {}
            case Item.Device d -> {}
            case Item.OnHost h -> {}
            case Item.NodeMemory n -> {}
          }
        });
    vcpus.forEach((id, ids) -> edits.addFirst(new Edit.UnpinVcpus(id, ids)));
    var edit = edits.size() == 1 ? edits.getFirst() : new Edit.Together("Take off the host", edits);
    boolean changes = !edit.applyTo(facts.design()).equals(facts.design());
    return changes
        ? Optional.of(
            new DropPlan(
                edit, List.of(new PillLine(Tone.PLAIN, "no longer held to a place")), Map.of()))
        : Optional.empty();
  }

  private static Stream<Item> parts(Design design, Item item) {
    if (!(item instanceof Item.WholeGuest(var id))) {
      return Stream.of(item);
    }
    return design.guest(id).stream()
        .flatMap(guest -> {
          var domain = guest.wanted();
          var parts = new ArrayList<Item>();
          domain.vcpuPins().keySet().forEach(vcpu -> parts.add(new Item.Vcpu(id, vcpu)));
          domain.memoryCells().forEach(cell -> parts.add(new Item.Cell(id, cell.id())));
          parts.add(new Item.Emulator(id));
          domain.ioThreads().forEach(io -> parts.add(new Item.IoThread(id, io.id())));
          return parts.stream();
        });
  }
}
