package org.numascape.guest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.drawing.Beside.Link;
import org.numascape.drawing.Beside.Mark;
import org.numascape.drawing.Beside.Weight;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Role;
import org.numascape.topology.Core;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;

/// The lines from a guest's picture to the picture of its host, and the marks in it.
public interface GuestLinks {

  /// Cores to the host's cores, cells to the memory they have.
  static List<Link> of(GuestView view, int colour) {
    var ink = Ink.guest(Role.GUEST_LINE, colour);
    return view.ties().stream()
        .map(tie -> {
          var from = item(view.machine(), tie.inside());
          boolean memory = from instanceof Item.NodeMemory;
          return new Link(from, tie.onHost(), ink, memory, Weight.PLAIN);
        })
        .toList();
  }

  /// Single vCPUs to the host CPUs they are pinned to; none from one that floats.
  static List<Link> of(Design design, DomainId id, CpuSet vcpus) {
    var links = new ArrayList<Link>();
    design
        .guest(id)
        .ifPresent(guest -> {
          var ink = Ink.guest(Role.GUEST_LINE, guest.colour());
          vcpus.stream()
              .forEach(vcpu -> {
                var to = pus(design.host(), guest.wanted().affinity(vcpu).orElse(CpuSet.EMPTY));
                links.add(new Link(new Item.Vcpu(id, vcpu), to, ink, false, Weight.STRONG));
              });
        });
    return links;
  }

  private static List<Item> pus(HostTopology host, CpuSet cpus) {
    return cpus.stream()
        .mapToObj(host::pu)
        .flatMap(pu -> pu.stream())
        .<Item>map(pu -> new Item.OnHost(pu.id()))
        .toList();
  }

  /// A number on every box of the guest's machine that does not fit, the first kind's where it has
  /// several.
  static List<Mark> marks(GuestView view) {
    var marks = new ArrayList<Mark>();
    var seen = new HashSet<ObjectId>();
    for (var group : MismatchGroup.of(view)) {
      for (var part : group.inside()) {
        if (seen.add(part)) {
          marks.add(new Mark(new Item.OnHost(part), group.number()));
        }
      }
    }
    return marks;
  }

  /// What a part of a guest's machine is called in the guest's picture.
  static Item item(HostTopology machine, ObjectId part) {
    return machine
        .object(part)
        .filter(NumaNode.class::isInstance)
        .<Item>map(node -> new Item.NodeMemory(((NumaNode) node).osIndex()))
        .orElse(new Item.OnHost(part));
  }

  /// What of the guest a box in its picture stands for: the vCPUs in it, or the memory of a cell.
  static List<Item> meaning(HostTopology machine, DomainId id, Item item) {
    return switch (item) {
      case Item.OnHost(var part) ->
          machine.object(part).stream()
              .flatMap(object -> vcpus(id, object.cpus()).stream())
              .toList();
      case Item.NodeMemory(int cell) -> List.of(new Item.Cell(id, cell));
      case Item.OfGuest of -> List.of(of);
    };
  }

  private static List<Item> vcpus(DomainId id, CpuSet vcpus) {
    return vcpus.stream().<Item>mapToObj(vcpu -> new Item.Vcpu(id, vcpu)).toList();
  }

  /// The cores and nodes of the guest's machine that selected things of the guest are in.
  static List<Item> around(HostTopology machine, Item selected) {
    return switch (selected) {
      case Item.Vcpu(_, int vcpu) ->
          machine.around(vcpu, Core.class).stream()
              .<Item>map(core -> new Item.OnHost(core.id()))
              .toList();
      case Item.Cell(_, int cell) -> List.of(new Item.NodeMemory(cell));
      case Item.WholeGuest(var id) ->
          IntStream.range(0, machine.pus().size())
              .<Item>mapToObj(vcpu -> new Item.Vcpu(id, vcpu))
              .flatMap(vcpu -> around(machine, vcpu).stream())
              .distinct()
              .toList();
      case Item.OnHost _, Item.NodeMemory _, Item.Emulator _, Item.IoThread _, Item.Device _ ->
          List.of();
    };
  }
}
