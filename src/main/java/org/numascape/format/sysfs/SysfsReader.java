package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.format.Nesting;
import org.numascape.format.Nesting.Loose;
import org.numascape.topology.Guess;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Locality;
import org.numascape.topology.ObjectId;

/// Reads a Linux host from the files its kernel shows, of the machine itself or of a copy.
///
/// What is found equals what hwloc finds in the same files, but for this: offline PUs are kept,
/// nodes without memory and those of GPUs are kept, nothing is grouped by distance.
public final class SysfsReader {

  private final String source;
  private final Sysfs sysfs;
  private final FileTree names;
  private final Devices wanted;

  private SysfsReader(String source, FileTree tree, FileTree names, Devices wanted) {
    this.source = source;
    this.sysfs = new Sysfs(tree);
    this.names = names;
    this.wanted = wanted;
  }

  /// A host and what is to be said of its reading.
  ///
  /// @param notices a sentence for each thing that was left out
  public record Reading(HostTopology host, List<String> notices) {

    /// Copies the list.
    public Reading {
      notices = List.copyOf(notices);
    }
  }

  /// The host with the devices hwloc calls important, their names from the tree itself.
  ///
  /// @param source the name people know the tree by
  /// @throws FormatException when no Linux host is described there
  public static Reading read(String source, FileTree tree) throws FormatException {
    return read(source, tree, tree, Devices.IMPORTANT);
  }

  /// The host.
  ///
  /// @param source the name people know the tree by
  /// @param names where a list of names of PCI devices (`pci.ids`) may be; a copy of a host holds
  ///   none
  /// @throws FormatException when no Linux host is described there
  public static Reading read(String source, FileTree tree, FileTree names, Devices wanted)
      throws FormatException {
    return new SysfsReader(source, tree, names, wanted).read();
  }

  private Reading read() throws FormatException {
    var states = CpuStates.read(source, sysfs);
    var caches = CacheScan.scan(sysfs, states.online());
    var shared = caches.stream().map(CacheScan.Found::cpus).collect(Collectors.toSet());
    var cpus = CpuScan.scan(sysfs, states, CpuModels.read(sysfs), shared);
    var nodes = NodeScan.scan(sysfs, states.online(), cpus::complete);
    Pools.tellOfHost(sysfs, nodes.cpus().size());
    var functions = PciFunction.scan(sysfs);
    var devices = devices(states, nodes, functions);
    var parts = new ArrayList<>(cpus.drafts());
    caches.forEach(cache -> parts.add(cache.draft()));
    var words = MachineWords.read(sysfs);
    var machine = Draft.machine(words.name(), states.present()).told(words.infos(), "");
    var host =
        Nesting.nest(machine, parts, nodes.memory(), devices)
            .host(nodes.distances(), keys -> facts(states, caches, nodes, functions, keys));
    tellDenied();
    return new Reading(host, sysfs.told());
  }

  private List<Loose> devices(
      CpuStates states, NodeScan.Result nodes, List<PciFunction> functions) {
    var ids =
        functions.stream()
            .map(PciFunction::ids)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    var osDevices = OsDeviceScan.scan(sysfs, nodes.cpus(), wanted);
    var tree =
        new PciTree(
            sysfs,
            states.online(),
            nodes.cpus(),
            osDevices.onPci(),
            PciNames.of(names, ids),
            wanted);
    var devices = new ArrayList<>(tree.drafts(functions));
    devices.addAll(osDevices.elsewhere());
    MemoryModules.scan(sysfs).forEach(module -> devices.add(new Loose(module, module.cpus())));
    return devices;
  }

  private HostFacts facts(
      CpuStates states,
      List<CacheScan.Found> caches,
      NodeScan.Result nodes,
      List<PciFunction> functions,
      Map<String, ObjectId> keys) {
    Map<String, Integer> groups = new HashMap<>();
    functions.forEach(
        function -> function.group().ifPresent(group -> groups.put(function.address(), group)));
    return HostFacts.NONE
        .withAttributes(nodes.attributes())
        .withCpuKinds(KindScan.scan(sysfs, states.online()))
        .withCacheBanks(ResctrlScan.scan(sysfs, caches))
        .withIommuGroups(groups)
        .withGuesses(nodes.guesses().stream().map(guess -> guess(guess, keys)).toList())
        .withSettings(SettingsScan.of(sysfs.tree(), "its files", Optional.empty()));
  }

  private static Guess guess(Locality guess, Map<String, ObjectId> keys) {
    return guess.about(Objects.requireNonNull(keys.get(NodeScan.key(guess.node()))));
  }

  /// Memory modules are for root only on every host; who reads as an ordinary user knows.
  private void tellDenied() {
    var denied =
        sysfs.tree().denied().stream()
            .filter(path -> !path.contains("firmware/dmi"))
            .distinct()
            .toList();
    if (!denied.isEmpty()) {
      String others = denied.size() == 1 ? "" : " and %,d others".formatted(denied.size() - 1);
      sysfs.tell(
          "You are not allowed to read %s%s; what they tell is missing."
              .formatted(denied.getFirst(), others));
    }
  }
}
