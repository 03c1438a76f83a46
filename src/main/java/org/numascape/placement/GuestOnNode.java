package org.numascape.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// All that a guest has on one host node: the vCPUs and threads that run nowhere else, and the
/// cells whose memory comes from there. Carried together, they go to another node together.
///
/// @param node by OS index
public record GuestOnNode(DomainId guest, int node) {

  /// The node of the guest that an item belongs to; of memory on several nodes that of its vCPUs,
  /// else the first. Empty for what is on no node alone.
  public static Optional<GuestOnNode> of(Analysis facts, Item item) {
    return switch (item) {
      case Item.Cell(var id, int cell) ->
          facts
              .home(id, cell)
              .or(() -> bound(facts, id, cell))
              .map(node -> new GuestOnNode(id, node));
      case Item.OfGuest thread ->
          facts
              .occupancy()
              .seat(thread)
              .filter(seat -> seat.hold().pinned())
              .map(seat -> facts.host().nodesOf(seat.cpus()))
              .filter(nodes -> nodes.size() == 1)
              .map(nodes -> new GuestOnNode(thread.domain(), nodes.last()));
      case Item.OnHost on -> Optional.empty();
      case Item.NodeMemory memory -> Optional.empty();
    };
  }

  private static Optional<Integer> bound(Analysis facts, DomainId id, int cell) {
    return facts.design().guest(id).stream()
        .flatMap(guest -> guest.wanted().numaTune().bindingOf(cell).stream())
        .flatMap(rule -> rule.nodes().stream().boxed())
        .findFirst();
  }

  /// What that is, vCPUs first.
  public List<Item.OfGuest> parts(Analysis facts) {
    var here = facts.host().cpusOf(node);
    var found = new ArrayList<Item.OfGuest>();
    facts.occupancy().seats().stream()
        .filter(seat -> seat.who().domain().equals(guest) && seat.hold().pinned())
        .filter(seat -> within(seat.cpus(), here))
        .forEach(seat -> found.add(seat.who()));
    facts.design().guest(guest).stream().flatMap(one -> cells(one).stream()).forEach(found::add);
    return List.copyOf(found);
  }

  private static boolean within(CpuSet cpus, CpuSet node) {
    return !cpus.isEmpty() && node.containsAll(cpus);
  }

  private List<Item.Cell> cells(Guest one) {
    return one.wanted().memoryCells().stream()
        .filter(cell ->
            one.wanted()
                .numaTune()
                .bindingOf(cell.id())
                .filter(rule -> rule.nodes().contains(node))
                .isPresent())
        .map(cell -> new Item.Cell(guest, cell.id()))
        .toList();
  }

  /// `build-ci on node 1`
  public String words(Analysis facts) {
    return Outcome.name(facts, guest) + " on node " + node;
  }
}
