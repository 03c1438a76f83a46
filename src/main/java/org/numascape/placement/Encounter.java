package org.numascape.placement;

import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;

/// vCPUs are dropped on a PU or core where others sit: a person chooses whether they change places
/// or share.
///
/// @param words where it is: `CPU 9`
/// @param swap what changing places does
/// @param share what sharing does
/// @param swapFirst whether changing places is what is likely meant: all are of one guest
public record Encounter(String words, DropPlan swap, DropPlan share, boolean swapFirst) {

  /// What there is to choose; empty where nobody has to make way.
  public static Optional<Encounter> of(
      Analysis facts, List<? extends Item> dragged, Item target, DropWay way) {
    var vcpus =
        dragged.stream().filter(Item.Vcpu.class::isInstance).map(Item.Vcpu.class::cast).toList();
    var found = Target.of(facts, target).filter(one -> small(facts, one));
    if (found.isEmpty() || vcpus.isEmpty() || vcpus.size() < dragged.size()) {
      return Optional.empty();
    }
    var cpus = found.get().cpus();
    var share =
        cpus.size() == 1 && vcpus.size() == 1
            ? Swap.share(facts, vcpus.getFirst(), cpus.last())
            : new Drop(facts, found.get(), way).shared(vcpus);
    boolean crowded = share.filter(plan -> crowds(facts, plan, vcpus)).isPresent();
    return crowded
        ? Swap.plan(facts, vcpus, cpus)
            .map(swap ->
                new Encounter(
                    found.get().words(), swap, share.get(), ofOneGuest(facts, swap, vcpus)))
        : Optional.empty();
  }

  /// One PU, or the PUs of one core.
  private static boolean small(Analysis facts, Target target) {
    var first = target.cpus().first();
    return first.isPresent() && facts.host().siblings(first.getAsInt()).containsAll(target.cpus());
  }

  /// Whether some of them come to lie where another vCPU is pinned.
  private static boolean crowds(Analysis facts, DropPlan share, List<Item.Vcpu> vcpus) {
    return share.landing().keySet().stream()
        .anyMatch(cpu ->
            facts.occupancy().vcpusOn(cpu).stream().anyMatch(other -> !vcpus.contains(other)));
  }

  private static boolean ofOneGuest(Analysis facts, DropPlan swap, List<Item.Vcpu> vcpus) {
    return swap.landing().keySet().stream()
        .flatMap(cpu -> facts.occupancy().vcpusOn(cpu).stream())
        .map(Item.Vcpu::domain)
        .distinct()
        .toList()
        .equals(vcpus.stream().map(Item.Vcpu::domain).distinct().toList());
  }

  /// What is likely meant.
  public DropPlan likely() {
    return swapFirst ? swap : share;
  }
}
