package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Hold;
import org.numascape.design.Item;
import org.numascape.topology.ObjectId;
import org.numascape.topology.Pu;

/// What lies between two things that are picked one after the other with Shift.
public interface SelectionRange {

  /// From one to the other, both included: parts of the host of one kind in logical order; vCPUs of
  /// a guest by number; vCPUs of different guests as they sit on CPUs in logical order. Between
  /// other things lies nothing, so it is these two.
  static List<Item> between(Analysis facts, Item from, Item to) {
    if (from instanceof Item.OnHost(var one) && to instanceof Item.OnHost(var other)) {
      return one.kind() == other.kind() ? objects(facts, one, other) : List.of(from, to);
    }
    if (from instanceof Item.Vcpu one && to instanceof Item.Vcpu other) {
      return one.domain().equals(other.domain()) ? vcpus(one, other) : seated(facts, one, other);
    }
    return from.equals(to) ? List.of(to) : List.of(from, to);
  }

  private static List<Item> objects(Analysis facts, ObjectId one, ObjectId other) {
    return indexes(one.logical(), other.logical())
        .mapToObj(logical -> new ObjectId(one.kind(), logical))
        .filter(id -> facts.host().object(id).isPresent())
        .<Item>map(Item.OnHost::new)
        .toList();
  }

  private static List<Item> vcpus(Item.Vcpu one, Item.Vcpu other) {
    return indexes(one.vcpu(), other.vcpu())
        .<Item>mapToObj(vcpu -> new Item.Vcpu(one.domain(), vcpu))
        .toList();
  }

  private static IntStream indexes(int one, int other) {
    return IntStream.rangeClosed(Math.min(one, other), Math.max(one, other));
  }

  private static List<Item> seated(Analysis facts, Item.Vcpu one, Item.Vcpu other) {
    var from = pu(facts, one);
    var to = pu(facts, other);
    if (from.isEmpty() || to.isEmpty()) {
      return List.of(one, other);
    }
    return indexes(from.get().logical(), to.get().logical())
        .boxed()
        .flatMap(
            logical -> facts.host().pus().values().stream().filter(pu -> pu.logical() == logical))
        .<Item>flatMap(pu -> facts.occupancy().vcpusOn(pu.osIndex()).stream())
        .toList();
  }

  private static Optional<Pu> pu(Analysis facts, Item.Vcpu vcpu) {
    return facts
        .occupancy()
        .seat(vcpu)
        .filter(seat -> seat.hold() == Hold.EXACT)
        .flatMap(seat -> facts.host().pu(seat.cpus().last()));
  }

  /// What a rubber band takes of all that lies in it: placed threads, else CPUs nobody sits on, so
  /// that free ones can be picked too.
  static List<Item> banded(List<Item> inside) {
    var threads =
        inside.stream()
            .filter(item ->
                item instanceof Item.Vcpu
                    || item instanceof Item.Emulator
                    || item instanceof Item.IoThread)
            .toList();
    return threads.isEmpty() ? cpus(inside.stream()).toList() : threads;
  }

  private static Stream<Item> cpus(Stream<Item> items) {
    return items.filter(item ->
        item instanceof Item.OnHost(var id) && id.kind() == org.numascape.topology.ObjectKind.PU);
  }
}
