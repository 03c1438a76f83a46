package org.numascape.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// One thing a person can do to a design. Data, so it can be previewed, undone, logged and
/// replayed.
///
/// An edit of something that is not there leaves the design as it is. Edits of pins and bindings
/// are here; all others are in families: [GuestEdit], [DesignEdit], [SnapshotEdit].
public sealed interface Edit
    permits GuestEdit,
        DesignEdit,
        CostEdit,
        SnapshotEdit,
        Edit.PinVcpus,
        Edit.UnpinVcpus,
        Edit.PinEmulator,
        Edit.PinIoThread,
        Edit.BindCell,
        Edit.UnbindCell,
        Edit.SetMemoryMode,
        Edit.SetPages,
        Edit.ReserveCpus,
        Edit.PlanPool,
        Edit.AddGuests,
        Edit.RemoveGuest,
        Edit.MuteRule,
        Edit.UnmuteRule,
        Edit.SetThresholds,
        Edit.SetNeverTogether,
        Edit.AgreeToHost,
        Edit.Revert,
        Edit.Rename,
        Edit.Together {

  /// Pins vCPUs (guest ids) to host CPUs (OS indexes).
  record PinVcpus(DomainId domain, Map<Integer, CpuSet> pins) implements Edit {
    /// Copies the map; refuses an empty pin, which libvirt has no form for.
    public PinVcpus {
      pins = Map.copyOf(pins);
      if (pins.values().stream().anyMatch(CpuSet::isEmpty)) {
        throw new IllegalArgumentException("a vCPU cannot be pinned to no CPU");
      }
    }
  }

  /// Takes the pins of vCPUs (guest ids) away.
  record UnpinVcpus(DomainId domain, CpuSet vcpus) implements Edit {}

  /// Pins the emulator threads; empty takes the pin away.
  record PinEmulator(DomainId domain, Optional<CpuSet> cpus) implements Edit {}

  /// Pins an I/O thread; empty takes the pin away.
  record PinIoThread(DomainId domain, int thread, Optional<CpuSet> cpus) implements Edit {}

  /// Binds the memory of a guest cell to host nodes; a guest without cells has its memory under
  /// cell 0.
  record BindCell(DomainId domain, int cell, MemoryBinding binding) implements Edit {}

  /// Takes the memory binding of a guest cell away.
  record UnbindCell(DomainId domain, int cell) implements Edit {}

  /// Changes how all memory of a guest is bound, keeping the nodes.
  record SetMemoryMode(DomainId domain, MemoryMode mode) implements Edit {}

  /// Puts all memory of a guest on huge pages of one size; empty puts it on normal pages.
  record SetPages(DomainId domain, Optional<PageSize> size) implements Edit {}

  /// Keeps these host CPUs (OS indexes), and only these, for the host.
  record ReserveCpus(CpuSet cpus) implements Edit {}

  /// Plans a huge-page pool.
  record PlanPool(PoolPlan plan) implements Edit {}

  /// Adds guests; one that is in the design already is replaced.
  record AddGuests(List<Guest> guests) implements Edit {
    /// Copies the list.
    public AddGuests {
      guests = List.copyOf(guests);
    }
  }

  /// Takes a guest out of the design; nothing happens to it on its host.
  record RemoveGuest(DomainId domain) implements Edit {}

  /// Sets a guest back to what was read.
  record Revert(DomainId domain) implements Edit {}

  /// Renames the design.
  record Rename(String name) implements Edit {}

  /// Silences a rule, for a guest or for the whole design.
  record MuteRule(Mute mute) implements Edit {}

  /// Lets a rule speak again for a guest; empty for the whole design.
  record UnmuteRule(String code, Optional<DomainId> domain) implements Edit {}

  /// Changes where rules begin to speak.
  record SetThresholds(Thresholds thresholds) implements Edit {}

  /// Says which guests never run at the same time.
  record SetNeverTogether(List<ExclusiveGroup> groups) implements Edit {
    /// Copies the list.
    public SetNeverTogether {
      groups = List.copyOf(groups);
    }
  }

  /// Takes the host as it is now for the one that the design is made for.
  record AgreeToHost() implements Edit {}

  /// Several edits that are one step for the person, under one label.
  record Together(String label, List<Edit> edits) implements Edit {
    /// Copies the list.
    public Together {
      edits = List.copyOf(edits);
    }
  }

  /// The design after this edit.
  default Design applyTo(Design design) {
    return switch (this) {
      case GuestEdit edit -> design.withDomain(edit.domain(), edit::changed);
      case DesignEdit edit -> edit.changed(design);
      case CostEdit edit -> edit.changed(design);
      case SnapshotEdit edit -> edit.changed(design);
      case PinVcpus(var id, var pins) -> design.withDomain(id, domain -> pinned(domain, pins));
      case UnpinVcpus(var id, var vcpus) ->
          design.withDomain(id, domain -> unpinned(domain, vcpus));
      case PinEmulator(var id, var cpus) ->
          design.withDomain(id, domain -> domain.withEmulatorPin(cpus));
      case PinIoThread(var id, var thread, var cpus) ->
          design.withDomain(id, domain -> ioPinned(domain, thread, cpus));
      case BindCell(var id, var cell, var binding) ->
          design.withDomain(id, domain -> Binding.bind(domain, cell, binding));
      case UnbindCell(var id, var cell) ->
          design.withDomain(id, domain -> Binding.unbind(domain, cell));
      case SetMemoryMode(var id, var mode) ->
          design.withDomain(id, domain -> Binding.mode(domain, mode));
      case SetPages(var id, var size) -> design.withDomain(id, domain -> paged(domain, size));
      case ReserveCpus(var cpus) ->
          cpus.equals(design.reserved()) ? design : design.withReserved(cpus);
      case PlanPool(var plan) -> design.withPool(plan);
      case AddGuests(var guests) -> added(design, guests);
      case RemoveGuest(var id) ->
          design.withGuests(design.guests().stream().filter(g -> !g.id().equals(id)).toList());
      case Revert(var id) ->
          design.withGuests(
              design.guests().stream()
                  .map(g -> g.id().equals(id) ? g.wanting(g.stored()) : g)
                  .toList());
      case Rename(var name) -> name.equals(design.name()) ? design : design.named(name);
      case MuteRule(var mute) -> design.withChecking(design.checking().muting(mute));
      case UnmuteRule(var code, var id) ->
          design.withChecking(design.checking().unmuting(code, id));
      case SetThresholds(var thresholds) -> design.withChecking(design.checking().with(thresholds));
      case SetNeverTogether(var groups) -> design.withChecking(design.checking().with(groups));
      case AgreeToHost() ->
          design.host().facts().changes().isEmpty()
              ? design
              : design.onHost(
                  design.host().with(design.host().facts().withChanges(List.of())),
                  design.source());
      case Together(var label, var edits) -> {
        Design changed = design;
        for (var edit : edits) {
          changed = edit.applyTo(changed);
        }
        yield changed;
      }
    };
  }

  private static Domain pinned(Domain domain, Map<Integer, CpuSet> pins) {
    var all = new TreeMap<>(domain.vcpuPins());
    pins.forEach((vcpu, cpus) -> {
      if (vcpu < domain.vcpus().maximum()) {
        all.put(vcpu, cpus);
      }
    });
    return domain.withVcpuPins(all);
  }

  private static Domain unpinned(Domain domain, CpuSet vcpus) {
    var rest = new TreeMap<>(domain.vcpuPins());
    rest.keySet().removeIf(vcpus::contains);
    return domain.withVcpuPins(rest);
  }

  private static Domain ioPinned(Domain domain, int thread, Optional<CpuSet> cpus) {
    return domain.withIoThreads(
        domain.ioThreads().stream().map(io -> io.id() == thread ? io.withPin(cpus) : io).toList());
  }

  private static Domain paged(Domain domain, Optional<PageSize> size) {
    var pages =
        size.map(s -> List.of(new MemoryBacking.Page(s, Optional.empty()))).orElse(List.of());
    return domain.withBacking(domain.backing().withPages(size.isPresent(), pages));
  }

  private static Design added(Design design, List<Guest> guests) {
    var all = new ArrayList<>(design.guests());
    for (var guest : guests) {
      all.removeIf(old -> old.id().equals(guest.id()));
      all.add(guest);
    }
    return design.withGuests(all);
  }

  /// Moves a cell's memory to one node, keeping its mode, or `strict` where it had none.
  static Edit moveCell(Design design, DomainId id, int cell, int node) {
    var mode =
        design
            .guest(id)
            .flatMap(guest -> guest.wanted().numaTune().bindingOf(cell))
            .map(MemoryBinding::mode)
            .orElse(MemoryMode.STRICT);
    return new BindCell(id, cell, new MemoryBinding(mode, NodeSet.of(node)));
  }

  /// What undo, redo and the history call this edit.
  default String label(Design before) {
    return EditLabel.of(this, before);
  }
}
