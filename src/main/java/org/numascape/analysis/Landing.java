package org.numascape.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Where vCPUs would come to lie.
///
/// @param pins one host CPU (OS index) each, in the order they were given
/// @param placed how many get a free CPU
/// @param sharing how many share a CPU that is taken or becomes so
/// @param besides how many of those placed share a core although the policy was to isolate
/// @param leftover those for which the target has no usable CPU at all
public record Landing(
    Map<Item.Vcpu, CpuSet> pins, int placed, int sharing, int besides, List<Item.Vcpu> leftover) {

  /// Copies the collections.
  public Landing {
    pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
    leftover = List.copyOf(leftover);
  }

  /// Both landings as one.
  public Landing and(Landing other) {
    var all = new LinkedHashMap<>(pins);
    all.putAll(other.pins);
    var left = new ArrayList<>(leftover);
    left.addAll(other.leftover);
    return new Landing(
        all, placed + other.placed, sharing + other.sharing, besides + other.besides, left);
  }

  /// Whether every vCPU gets a CPU of its own, and a core of its own where that was the policy.
  public boolean fits() {
    return sharing == 0 && besides == 0 && leftover.isEmpty();
  }

  /// The vCPUs by the CPU they come to lie on, ascending.
  public Map<Integer, List<Item.Vcpu>> byCpu() {
    var found = new TreeMap<Integer, List<Item.Vcpu>>();
    pins.forEach(
        (vcpu, cpus) -> found.computeIfAbsent(cpus.last(), c -> new ArrayList<>()).add(vcpu));
    return found;
  }

  /// The edits that pin them so, one for each guest.
  public List<Edit> edits() {
    var byGuest = new LinkedHashMap<DomainId, Map<Integer, CpuSet>>();
    pins.forEach((vcpu, cpus) ->
        byGuest.computeIfAbsent(vcpu.domain(), d -> new TreeMap<>()).put(vcpu.vcpu(), cpus));
    var edits = new ArrayList<Edit>();
    byGuest.forEach((domain, guestPins) -> edits.add(new Edit.PinVcpus(domain, guestPins)));
    return edits;
  }
}
