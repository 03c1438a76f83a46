package org.numascape.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a source tells of a host beside its tree of objects and its distances. Every part may be
/// empty: nothing here is ever filled in from elsewhere.
///
/// @param infos words on single objects under hwloc's names (`CPUModel`, `CacheLineSize`), never
///   serial numbers, UUIDs or addresses
/// @param attributes bandwidths and latencies from initiators to nodes (HMAT, `hwloc` memattrs)
/// @param matrices distances, bandwidths or hops between objects, other than the nodes' SLIT
/// @param cpuKinds kinds of cores, least powerful first; empty where all are alike
/// @param cacheBanks caches that can be partitioned (resctrl)
/// @param iommuGroups group by PCI address; devices of one group go to one guest together
/// @param guesses what the program concluded without being told
/// @param contradictions where two sources tell different things
/// @param settings how the kernel and services are set
/// @param changes what is otherwise than when the design was made, until a person agrees to it
public record HostFacts(
    Map<ObjectId, Map<String, String>> infos,
    List<MemoryAttribute> attributes,
    List<ObjectMatrix> matrices,
    List<CpuKind> cpuKinds,
    List<CacheBank> cacheBanks,
    Map<String, Integer> iommuGroups,
    List<Guess> guesses,
    List<Contradiction> contradictions,
    HostSettings settings,
    List<HostChange> changes) {

  /// Nothing told.
  public static final HostFacts NONE =
      new HostFacts(
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          HostSettings.NONE,
          List.of());

  /// Copies the collections.
  public HostFacts {
    var copy = new LinkedHashMap<ObjectId, Map<String, String>>();
    infos.forEach((id, words) ->
        copy.put(id, java.util.Collections.unmodifiableMap(new LinkedHashMap<>(words))));
    infos = java.util.Collections.unmodifiableMap(copy);
    attributes = List.copyOf(attributes);
    matrices = List.copyOf(matrices);
    cpuKinds = List.copyOf(cpuKinds);
    cacheBanks = List.copyOf(cacheBanks);
    iommuGroups = Map.copyOf(iommuGroups);
    guesses = List.copyOf(guesses);
    contradictions = List.copyOf(contradictions);
    changes = List.copyOf(changes);
  }

  /// All words on an object.
  public Map<String, String> infos(ObjectId object) {
    return infos.getOrDefault(object, Map.of());
  }

  /// One word on an object.
  public Optional<String> info(ObjectId object, String name) {
    return Optional.ofNullable(infos(object).get(name));
  }

  /// The rank of the kind of core a PU is on, 0 the least powerful; empty where all are alike.
  public OptionalInt cpuKind(int cpu) {
    for (int rank = 0; rank < cpuKinds.size(); rank++) {
      if (cpuKinds.get(rank).cpus().contains(cpu)) {
        return OptionalInt.of(rank);
      }
    }
    return OptionalInt.empty();
  }

  /// Whether and why something about an object is a guess.
  public Optional<Guess> guess(ObjectId object) {
    return guesses.stream().filter(guess -> guess.object().equals(object)).findFirst();
  }

  /// The same with these words on objects.
  public HostFacts withInfos(Map<ObjectId, Map<String, String>> other) {
    return new HostFacts(
        other,
        attributes,
        matrices,
        cpuKinds,
        cacheBanks,
        iommuGroups,
        guesses,
        contradictions,
        settings,
        changes);
  }

  /// The same with these attributes of memory.
  public HostFacts withAttributes(List<MemoryAttribute> other) {
    return new HostFacts(
        infos,
        other,
        matrices,
        cpuKinds,
        cacheBanks,
        iommuGroups,
        guesses,
        contradictions,
        settings,
        changes);
  }

  /// The same with these matrices.
  public HostFacts withMatrices(List<ObjectMatrix> other) {
    return new HostFacts(
        infos,
        attributes,
        other,
        cpuKinds,
        cacheBanks,
        iommuGroups,
        guesses,
        contradictions,
        settings,
        changes);
  }

  /// The same with these kinds of cores, least powerful first.
  public HostFacts withCpuKinds(List<CpuKind> other) {
    return new HostFacts(
        infos,
        attributes,
        matrices,
        other,
        cacheBanks,
        iommuGroups,
        guesses,
        contradictions,
        settings,
        changes);
  }

  /// The same with these partitionable caches.
  public HostFacts withCacheBanks(List<CacheBank> other) {
    return new HostFacts(
        infos,
        attributes,
        matrices,
        cpuKinds,
        other,
        iommuGroups,
        guesses,
        contradictions,
        settings,
        changes);
  }

  /// The same with these IOMMU groups by PCI address.
  public HostFacts withIommuGroups(Map<String, Integer> other) {
    return new HostFacts(
        infos,
        attributes,
        matrices,
        cpuKinds,
        cacheBanks,
        other,
        guesses,
        contradictions,
        settings,
        changes);
  }

  /// The same with these guesses.
  public HostFacts withGuesses(List<Guess> other) {
    return new HostFacts(
        infos,
        attributes,
        matrices,
        cpuKinds,
        cacheBanks,
        iommuGroups,
        other,
        contradictions,
        settings,
        changes);
  }

  /// The same with these contradictions.
  public HostFacts withContradictions(List<Contradiction> other) {
    return new HostFacts(
        infos,
        attributes,
        matrices,
        cpuKinds,
        cacheBanks,
        iommuGroups,
        guesses,
        other,
        settings,
        changes);
  }

  /// The same with these settings of kernel and services.
  public HostFacts withSettings(HostSettings other) {
    return new HostFacts(
        infos,
        attributes,
        matrices,
        cpuKinds,
        cacheBanks,
        iommuGroups,
        guesses,
        contradictions,
        other,
        changes);
  }

  /// The same, changed so since the design was made.
  public HostFacts withChanges(List<HostChange> other) {
    return new HostFacts(
        infos,
        attributes,
        matrices,
        cpuKinds,
        cacheBanks,
        iommuGroups,
        guesses,
        contradictions,
        settings,
        other);
  }
}
