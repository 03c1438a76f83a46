package org.numascape.design;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.numascape.domain.Domain;
import org.numascape.domain.NumaTune;
import org.numascape.domain.VcpuState;
import org.numascape.domain.Vcpus;
import org.numascape.topology.CpuSet;

/// Edits of how many vCPUs a guest has, which are there at start, and where they run unpinned.
public sealed interface VcpuEdit extends GuestEdit {

  /// Gives a guest this many vCPUs, `current` of them at start. Pins, cells, classes and topology
  /// follow: new vCPUs go to the last cell that has any; what names one that is gone is cut.
  record SetCount(DomainId domain, int maximum, int current) implements VcpuEdit {
    /// Refuses counts that cannot be.
    public SetCount {
      if (maximum < 1 || current < 1 || current > maximum) {
        throw new IllegalArgumentException(
            "a guest with " + current + " of " + maximum + " vCPUs cannot exist");
      }
    }
  }

  /// Says of each vCPU whether it is there at start and can be plugged; none takes it all back. One
  /// not named is offline.
  record SetStates(DomainId domain, List<VcpuState> each) implements VcpuEdit {
    /// Copies the list; refuses a guest that libvirt would: vCPU 0 is there, first, and no plug.
    public SetStates {
      each = List.copyOf(each);
      boolean anchored =
          each.isEmpty()
              || each.stream()
                  .anyMatch(vcpu -> vcpu.id() == 0 && vcpu.online() && !vcpu.hotpluggable());
      if (!anchored) {
        throw new IllegalArgumentException("vCPU 0 has to be there at start and stay");
      }
    }
  }

  /// Where threads without a pin may run (host CPUs, OS indexes); empty for everywhere.
  record SetCpuset(DomainId domain, Optional<CpuSet> cpus) implements VcpuEdit {
    /// Refuses an empty set, which libvirt has no form for.
    public SetCpuset {
      if (cpus.filter(CpuSet::isEmpty).isPresent()) {
        throw new IllegalArgumentException("threads cannot run on no CPU");
      }
    }
  }

  /// Leaves the place of vCPUs, and of memory that nothing is said about, to numad, or takes both
  /// back. What numad chooses overrides the domain's cpuset, so that goes.
  record SetPlacement(DomainId domain, boolean automatic) implements VcpuEdit {}

  @Override
  default Domain changed(Domain before) {
    return switch (this) {
      case SetCount(_, var maximum, var current) -> Counted.of(before, maximum, current);
      case SetStates(_, var each) -> stated(before, each);
      case SetCpuset(_, var cpus) ->
          before.withVcpus(
              before.vcpus().withCpuset(cpus).withAutomatic(cpus.isEmpty() && automatic(before)));
      case SetPlacement(_, var automatic) -> automatic ? left(before) : taken(before);
    };
  }

  private static Domain left(Domain before) {
    var bound = before.numaTune().memory().isPresent();
    var unruled = bound ? before : before.withNumaTune(NumaTune.NONE);
    return unruled.withVcpus(before.vcpus().withAutomatic(true).withCpuset(Optional.empty()));
  }

  private static Domain taken(Domain before) {
    var freed =
        before.numaTune().automatic()
            ? before.withVcpus(before.vcpus().withAutomatic(false)).withNumaTune(NumaTune.NONE)
            : before;
    return freed.withVcpus(freed.vcpus().withAutomatic(false));
  }

  private static boolean automatic(Domain domain) {
    return domain.vcpus().automatic();
  }

  private static Domain stated(Domain before, List<VcpuState> each) {
    var old = before.vcpus();
    var known = each.stream().filter(vcpu -> vcpu.id() < old.maximum()).toList();
    int online = (int) known.stream().filter(VcpuState::online).count();
    int current = known.isEmpty() ? old.current() : online;
    return before.withVcpus(
        new Vcpus(old.maximum(), current, old.cpuset(), old.automatic(), known));
  }

  @Override
  default String words(String guest) {
    return switch (this) {
      case SetCount(_, var maximum, var current) ->
          maximum == current
              ? "Give " + guest + " " + Words.count(maximum, "vCPU")
              : "Give " + guest + " " + current + " of " + maximum + " vCPUs";
      case SetStates(_, var each) ->
          each.isEmpty()
              ? "Say nothing of single vCPUs of " + guest
              : "Start "
                  + guest
                  + " with vCPUs "
                  + each.stream()
                      .filter(VcpuState::online)
                      .map(VcpuState::id)
                      .collect(Collectors.collectingAndThen(Collectors.toList(), CpuSet::of));
      case SetCpuset(_, var cpus) ->
          cpus.map(set -> "Keep unpinned threads of " + guest + " on " + Words.cpus(set))
              .orElse("Let unpinned threads of " + guest + " run anywhere");
      case SetPlacement(_, var automatic) ->
          automatic ? "Leave the place of " + guest + " to numad" : "Place " + guest + " by hand";
    };
  }
}
