package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.TuneEdit;
import org.numascape.domain.Allocations;
import org.numascape.topology.CpuSet;

/// Groups of vCPUs with a share of cache or of memory bandwidth (resctrl) that overlap in part, are
/// there twice, or belong to a guest without KVM.
///
/// Source: libvirt `virDomainResctrlVcpuMatch`, `virDomainCachetuneDefParse`,
/// `qemuValidateDomainDef`.
final class AllocationsOverlap implements GuestCheck {

  private static final String CODE = "E-17";

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var shares = guest.domain().cpuTune().allocations();
    var caches = shares.caches().stream().map(Allocations.CacheGroup::vcpus).toList();
    var bandwidths = shares.bandwidths().stream().map(Allocations.BandwidthGroup::vcpus).toList();
    var wrong = new LinkedHashSet<String>();
    if (guest.domain().type().equals("qemu") && !shares.equals(Allocations.NONE)) {
      wrong.add("Only guests with KVM get shares of cache and bandwidth");
    }
    wrong.addAll(twice(caches, "cachetune"));
    wrong.addAll(twice(bandwidths, "memorytune"));
    wrong.addAll(overlaps(Stream.concat(caches.stream(), bandwidths.stream()).toList()));
    return wrong.isEmpty()
        ? Stream.empty()
        : Finding.of(CODE, Severity.ERROR, guest, Words.list(List.copyOf(wrong)))
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    CODE,
                    "Leave cache and bandwidth to the host",
                    List.of(new TuneEdit.Allocate(guest.id(), Allocations.NONE))))
            .stream();
  }

  private static List<String> twice(List<CpuSet> groups, String element) {
    var seen = new ArrayList<CpuSet>();
    var found = new ArrayList<String>();
    for (var group : groups) {
      if (seen.contains(group)) {
        found.add("Two " + element + " are for " + Words.vcpus(group));
      }
      seen.add(group);
    }
    return found;
  }

  private static List<String> overlaps(List<CpuSet> groups) {
    var found = new ArrayList<String>();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        var one = groups.get(i);
        var other = groups.get(j);
        if (!one.equals(other) && one.intersects(other)) {
          found.add(
              "The groups of " + Words.vcpus(one) + " and " + Words.vcpus(other) + " overlap");
        }
      }
    }
    return found;
  }
}
