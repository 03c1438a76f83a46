package org.numascape.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.numascape.domain.VcpuState;
import org.numascape.domain.Vcpus;
import org.numascape.topology.CpuSet;

/// What is said of single vCPUs, in the form libvirt takes: vCPU 0 is there and stays, those that
/// stay are the first ones, and what is not there can be plugged.
///
/// @param maximum how many there can be
/// @param online there at start (guest ids)
/// @param staying how many of the first cannot be unplugged, 1 at least
/// @param order in which those there at start are made; empty where nothing is said
record VcpuStates(int maximum, CpuSet online, int staying, List<Integer> order) {

  VcpuStates {
    order = List.copyOf(order);
  }

  /// What a guest says, or what it comes to where it says nothing.
  static VcpuStates of(Vcpus vcpus) {
    int staying = 0;
    for (var one : vcpus.each()) {
      if (one.id() != staying || one.hotpluggable() || !one.online()) {
        break;
      }
      staying++;
    }
    var ordered =
        vcpus.each().stream()
            .filter(one -> one.online() && one.order().isPresent())
            .sorted(java.util.Comparator.comparingInt(one -> one.order().orElse(Integer.MAX_VALUE)))
            .map(VcpuState::id)
            .toList();
    var online = vcpus.online();
    return new VcpuStates(
        vcpus.maximum(),
        online,
        Math.max(1, vcpus.each().isEmpty() ? 1 : staying),
        ordered.size() == online.size() ? ordered : List.of());
  }

  /// With one there at start, or not.
  VcpuStates withOnline(int vcpu, boolean there) {
    if (vcpu == 0 || online.contains(vcpu) == there) {
      return this;
    }
    var next = there ? online.or(CpuSet.of(vcpu)) : online.minus(CpuSet.of(vcpu));
    return new VcpuStates(maximum, next, there ? staying : Math.min(staying, vcpu), order)
        .reordered();
  }

  /// With exactly these there at start; vCPU 0 always is.
  VcpuStates withOnline(CpuSet those) {
    var next = those.or(CpuSet.of(0));
    int kept = 1;
    while (kept < staying && next.contains(kept)) {
      kept++;
    }
    return new VcpuStates(maximum, next, kept, order).reordered();
  }

  /// With one that stays, and all before it; or with it and all behind it to be unplugged.
  VcpuStates withStaying(int vcpu, boolean stays) {
    int next = stays ? Math.max(staying, vcpu + 1) : Math.min(staying, Math.max(1, vcpu));
    return new VcpuStates(maximum, online.or(CpuSet.range(0, next - 1)), next, order).reordered();
  }

  /// With an order; none takes it back.
  ///
  /// @throws IllegalArgumentException where it is not one of exactly those there, the staying ones
  ///   first
  VcpuStates withOrder(List<Integer> other) {
    if (!other.isEmpty()) {
      if (other.size() != online.size() || !CpuSet.of(other).equals(online)) {
        throw new IllegalArgumentException("name each of " + online + " once, and no other");
      }
      for (int i = 0; i < staying; i++) {
        if (other.get(i) != i) {
          throw new IllegalArgumentException(
              "the first that stay come first: begin with " + first());
        }
      }
    }
    return new VcpuStates(maximum, online, staying, other);
  }

  private String first() {
    return String.join(",", IntStream.range(0, staying).mapToObj(Integer::toString).toList());
  }

  private VcpuStates reordered() {
    if (order.isEmpty()) {
      return this;
    }
    var next = new ArrayList<Integer>(IntStream.range(0, staying).boxed().toList());
    order.stream().filter(id -> id >= staying && online.contains(id)).forEach(next::add);
    online.stream().filter(id -> !next.contains(id)).forEach(next::add);
    return new VcpuStates(maximum, online, staying, next);
  }

  /// The states of all vCPUs.
  List<VcpuState> states() {
    return IntStream.range(0, maximum)
        .mapToObj(id -> new VcpuState(id, online.contains(id), id >= staying, place(id)))
        .toList();
  }

  private OptionalInt place(int id) {
    int at = order.indexOf(id);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at + 1);
  }
}
