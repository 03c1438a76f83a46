package org.numascape.domain;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;

/// What of the host's caches and memory bandwidth groups of vCPUs get: `cachetune` and
/// `memorytune`, which libvirt hands to the kernel's resctrl.
///
/// libvirt wants groups to be the same or apart, and takes them for KVM guests only (source:
/// libvirt `virDomainResctrlVcpuMatch`, `qemuValidateDomainDef`).
///
/// @param caches groups with shares of caches, in the order of the text
/// @param bandwidths groups with shares of memory bandwidth, in the order of the text
public record Allocations(List<CacheGroup> caches, List<BandwidthGroup> bandwidths) {

  /// Nothing said.
  public static final Allocations NONE = new Allocations(List.of(), List.of());

  /// Copies the lists.
  public Allocations {
    caches = List.copyOf(caches);
    bandwidths = List.copyOf(bandwidths);
  }

  /// vCPUs (guest ids) and what they get of caches; with no share they are only monitored.
  public record CacheGroup(CpuSet vcpus, List<CacheShare> shares) {
    /// Copies the list.
    public CacheGroup {
      shares = List.copyOf(shares);
    }
  }

  /// A share of one cache.
  ///
  /// @param id the kernel's number of the cache among those of its level
  /// @param level 3, or 2 on some processors
  /// @param bytes in bytes; what the cache cannot be divided by is rounded by libvirt
  public record CacheShare(int level, int id, Type type, long bytes) {

    /// What the share is for.
    public enum Type {
      /// Code and data.
      BOTH,
      /// Code, where the kernel divides them (CDP).
      CODE,
      /// Data, where the kernel divides them (CDP).
      DATA;

      /// The word libvirt uses.
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /// vCPUs (guest ids) and what they get of the bandwidth of memory controllers, by the kernel's id
  /// of each, which is none of a node: percent, or MB/s where the host is mounted so.
  public record BandwidthGroup(CpuSet vcpus, Map<Integer, Integer> shares) {
    /// Copies the map.
    public BandwidthGroup {
      shares = Collections.unmodifiableMap(new TreeMap<>(shares));
    }
  }

  /// The same with other shares of caches.
  public Allocations withCaches(List<CacheGroup> others) {
    return new Allocations(others, bandwidths);
  }

  /// The same with other shares of bandwidth.
  public Allocations withBandwidths(List<BandwidthGroup> others) {
    return new Allocations(caches, others);
  }
}
