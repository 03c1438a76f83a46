package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.numascape.format.Draft;
import org.numascape.topology.CpuSet;

/// Finds packages, dies, clusters, cores and PUs by the sets of CPUs that the kernel tells for each
/// CPU. Numbers such as `core_id` only name what the sets have found: they may be -1, sparse, or
/// there twice.
///
/// Source: kernel `Documentation/admin-guide/cputopology.rst`; which sets are no objects of their
/// own follows hwloc.
final class CpuScan {

  /// A set and the number of what it is.
  private record Found(int index, CpuSet cpus) {}

  private final Sysfs sysfs;
  private final CpuStates states;
  private final CpuModels models;
  private final Map<CpuSet, Found> packages = new LinkedHashMap<>();
  private final Map<CpuSet, Found> dies = new LinkedHashMap<>();
  private final Map<CpuSet, Found> cores = new LinkedHashMap<>();
  private final Map<CpuSet, String> groups = new LinkedHashMap<>();

  private CpuScan(Sysfs sysfs, CpuStates states, CpuModels models) {
    this.sysfs = sysfs;
    this.states = states;
    this.models = models;
  }

  /// What was found.
  ///
  /// @param drafts loose objects, for [org.numascape.format.Nesting]
  /// @param completed sets of CPUs that offline ones belong to: the CPUs online by themselves to
  ///   all
  record Result(List<Draft> drafts, Map<CpuSet, CpuSet> completed) {

    /// A set with the offline CPUs of the packages in it.
    CpuSet complete(CpuSet online) {
      var all = online;
      for (var pair : completed.entrySet()) {
        if (online.containsAll(pair.getKey())) {
          all = all.or(pair.getValue());
        }
      }
      return all;
    }
  }

  /// All of them.
  static Result scan(Sysfs sysfs, CpuStates states, CpuModels models) {
    var scan = new CpuScan(sysfs, states, models);
    states.online().stream().forEach(scan::visit);
    return scan.result();
  }

  private void visit(int cpu) {
    String folder = topology(cpu);
    var core = set(folder, "core_cpus", "thread_siblings");
    core.filter(set -> !cores.containsKey(set)).ifPresent(set -> addCores(cpu, set));
    set(folder, "package_cpus", "core_siblings")
        .filter(set -> !packages.containsKey(set))
        .ifPresent(set -> packages.put(set, new Found(index(cpu, "physical_package_id"), set)));
    boolean first = core.isEmpty() || core.get().first().orElse(cpu) == cpu;
    if (!first) {
      return;
    }
    set(folder, "die_cpus")
        .filter(set -> set.size() > 1 && !dies.containsKey(set))
        .ifPresent(set -> dies.put(set, new Found(index(cpu, "die_id"), set)));
    group(folder, "Cluster", "cluster_cpus");
    group(folder, "Book", "book_cpus", "book_siblings");
    group(folder, "Drawer", "drawer_cpus", "drawer_siblings");
  }

  /// On AMD compute units (families 21 and 22) "thread siblings" share caches, but are cores: each
  /// has a number of its own.
  private void addCores(int cpu, CpuSet siblings) {
    var numbers = new LinkedHashMap<Integer, CpuSet>();
    if (siblings.size() > 1 && models.hasComputeUnits()) {
      siblings.stream()
          .forEach(each -> numbers.merge(index(each, "core_id"), CpuSet.of(each), CpuSet::or));
    }
    if (numbers.size() > 1) {
      numbers.forEach((number, set) -> cores.put(set, new Found(number, set)));
    } else {
      cores.put(siblings, new Found(index(cpu, "core_id"), siblings));
    }
  }

  private void group(String folder, String subtype, String... names) {
    set(folder, names)
        .filter(set -> set.size() > 1)
        .ifPresent(set -> groups.putIfAbsent(set, subtype));
  }

  /// The CPUs of a set that are online; empty where none is.
  private Optional<CpuSet> set(String folder, String... names) {
    return sysfs
        .set(folder, names)
        .map(set -> set.and(states.online()))
        .filter(set -> !set.isEmpty());
  }

  private int index(int cpu, String name) {
    return sysfs.index(topology(cpu) + "/" + name);
  }

  private static String topology(int cpu) {
    return CpuStates.FOLDER + "/cpu" + cpu + "/topology";
  }

  private Result result() {
    var homes = offlineHomes();
    var drafts = new ArrayList<Draft>();
    packages
        .values()
        .forEach(found ->
            drafts.add(
                models.told(
                    Draft.cpuPackage(found.index, models.model(found.cpus), whole(found, homes)),
                    found.cpus)));
    dies.values().stream()
        .filter(found -> !packages.containsKey(found.cpus))
        .forEach(found -> drafts.add(Draft.die(found.index, found.cpus)));
    groups.forEach((set, subtype) -> {
      if (!taken().contains(set)) {
        drafts.add(Draft.group(subtype, set));
      }
    });
    cores.values().forEach(found -> drafts.add(Draft.core(found.index, whole(found, homes))));
    states.present().stream().forEach(cpu -> drafts.add(Draft.pu(cpu, states.of(cpu))));
    var completed = new LinkedHashMap<CpuSet, CpuSet>();
    packages.values().stream()
        .filter(homes::containsKey)
        .forEach(found -> completed.put(found.cpus, whole(found, homes)));
    return new Result(drafts, completed);
  }

  private Set<CpuSet> taken() {
    var taken = new LinkedHashSet<>(packages.keySet());
    taken.addAll(dies.keySet());
    taken.addAll(cores.keySet());
    return taken;
  }

  private static CpuSet whole(Found found, Map<Found, CpuSet> homes) {
    return found.cpus.or(homes.getOrDefault(found, CpuSet.EMPTY));
  }

  /// Offline CPUs are in no set. Their package is the one that has their number, if the kernel
  /// still tells it and no other has it; their core likewise.
  private Map<Found, CpuSet> offlineHomes() {
    var homes = new LinkedHashMap<Found, CpuSet>();
    states.present().minus(states.online()).stream()
        .forEach(cpu -> {
          int number = index(cpu, "physical_package_id");
          var around =
              packages.values().stream()
                  .filter(found -> number >= 0 && found.index == number)
                  .toList();
          if (around.size() == 1) {
            homes.merge(around.getFirst(), CpuSet.of(cpu), CpuSet::or);
            sameCore(cpu, around.getFirst())
                .ifPresent(core -> homes.merge(core, CpuSet.of(cpu), CpuSet::or));
          }
        });
    return homes;
  }

  /// A core with the number of an offline CPU, where the package has only one such core.
  private Optional<Found> sameCore(int cpu, Found around) {
    int number = index(cpu, "core_id");
    var cores =
        this.cores.values().stream()
            .filter(found ->
                number >= 0 && found.index == number && around.cpus.containsAll(found.cpus))
            .toList();
    return cores.size() == 1 ? Optional.of(cores.getFirst()) : Optional.empty();
  }
}
