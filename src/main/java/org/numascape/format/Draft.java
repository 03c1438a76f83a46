package org.numascape.format;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Contents;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.Group;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// An object of a host that knows all about itself but its logical index, which only its final
/// place tells.
///
/// @param cpus the PUs inside (CPU objects) or local to it, as OS indexes
/// @param maker makes the object once the index and the contents are known
/// @param infos words on it under hwloc's names, for [HostFacts#infos]
/// @param key what its source refers to it by, such as hwloc's `gp_index`; empty where nothing does
public record Draft(
    ObjectKind kind,
    CpuSet cpus,
    Maker maker,
    Map<String, String> infos,
    String key,
    List<Draft> memory,
    List<Draft> parts,
    List<Draft> devices) {

  /// Makes an object of a logical index and finished contents.
  @FunctionalInterface
  public interface Maker {
    /// The object.
    TopologyObject make(int logical, Contents contents);
  }

  /// Copies the collections; the infos keep their order.
  public Draft {
    infos = Collections.unmodifiableMap(new LinkedHashMap<>(infos));
    memory = List.copyOf(memory);
    parts = List.copyOf(parts);
    devices = List.copyOf(devices);
  }

  /// An object with nothing inside yet.
  public static Draft of(ObjectKind kind, CpuSet cpus, Maker maker) {
    return new Draft(kind, cpus, maker, Map.of(), "", List.of(), List.of(), List.of());
  }

  /// The root.
  public static Draft machine(String name, CpuSet cpus) {
    return of(ObjectKind.MACHINE, cpus, (logical, contents) -> new Machine(name, cpus, contents));
  }

  /// A package; `osIndex` -1 when unknown, `model` may be empty.
  public static Draft cpuPackage(int osIndex, String model, CpuSet cpus) {
    return of(
        ObjectKind.PACKAGE,
        cpus,
        (logical, contents) -> new CpuPackage(logical, osIndex, model, cpus, contents));
  }

  /// A die; `osIndex` -1 when unknown.
  public static Draft die(int osIndex, CpuSet cpus) {
    return of(
        ObjectKind.DIE, cpus, (logical, contents) -> new Die(logical, osIndex, cpus, contents));
  }

  /// A group; `subtype` may be empty.
  public static Draft group(String subtype, CpuSet cpus) {
    return of(
        ObjectKind.GROUP, cpus, (logical, contents) -> new Group(logical, subtype, cpus, contents));
  }

  /// A cache; `sizeKib` 0 when unknown.
  public static Draft cache(int level, CacheType type, long sizeKib, CpuSet cpus) {
    return of(
        Cache.kind(level, type),
        cpus,
        (logical, contents) -> new Cache(logical, level, type, sizeKib, cpus, contents));
  }

  /// A core; `osIndex` -1 when unknown.
  public static Draft core(int osIndex, CpuSet cpus) {
    return of(
        ObjectKind.CORE, cpus, (logical, contents) -> new Core(logical, osIndex, cpus, contents));
  }

  /// A processing unit.
  public static Draft pu(int osIndex, PuState state) {
    return of(
        ObjectKind.PU, CpuSet.of(osIndex), (logical, contents) -> new Pu(logical, osIndex, state));
  }

  /// The same object with other contents.
  public Draft with(List<Draft> memory, List<Draft> parts, List<Draft> devices) {
    return new Draft(kind, cpus, maker, infos, key, memory, parts, devices);
  }

  /// The same object with these words on it and a name that its source refers to it by.
  public Draft told(Map<String, String> otherInfos, String otherKey) {
    return new Draft(kind, cpus, maker, otherInfos, otherKey, memory, parts, devices);
  }

  /// The finished host of this machine, with nothing told but its tree and distances.
  public HostTopology host(DistanceMatrix distances) {
    return host(distances, keys -> HostFacts.NONE);
  }

  /// The finished host of this machine. Logical indexes count each kind depth first: memory, CPU
  /// objects, devices. hwloc counts the same way, but groups once per level.
  ///
  /// @param facts makes the other facts, but for the infos of the objects, which the drafts hold;
  ///   is told which object each key has become
  public HostTopology host(
      DistanceMatrix distances, Function<Map<String, ObjectId>, HostFacts> facts) {
    var finishing = new Finishing();
    var machine = (Machine) finishing.finish(this);
    return new HostTopology(
        machine, distances, facts.apply(finishing.keys).withInfos(finishing.infos));
  }

  /// Numbers objects and remembers what is told of them.
  private static final class Finishing {
    private final Map<ObjectKind, Integer> counted = new EnumMap<>(ObjectKind.class);
    private final Map<ObjectId, Map<String, String>> infos = new LinkedHashMap<>();
    private final Map<String, ObjectId> keys = new HashMap<>();

    TopologyObject finish(Draft draft) {
      int logical = counted.merge(draft.kind, 1, Integer::sum) - 1;
      var id = new ObjectId(draft.kind, logical);
      if (!draft.infos.isEmpty()) {
        infos.put(id, draft.infos);
      }
      if (!draft.key.isEmpty()) {
        keys.put(draft.key, id);
      }
      var inMemory = finish(draft.memory);
      var inParts = finish(draft.parts);
      var inDevices = finish(draft.devices);
      return draft.maker.make(logical, new Contents(inMemory, inParts, inDevices));
    }

    private List<TopologyObject> finish(List<Draft> drafts) {
      return drafts.isEmpty() ? List.of() : drafts.stream().map(this::finish).toList();
    }
  }
}
