package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.format.Hwloc;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.topology.Cache;
import org.numascape.topology.HostTopology;

/// Compares what we find in real snapshots with what lstopo finds in the same, unpacked.
final class SnapshotCountsTest {

  /// An archive, read and unpacked.
  private record Snapshot(MemoryTree tree, Path folder) {}

  @TempDir private static Path folder;
  private static final Map<Path, Snapshot> UNPACKED = new HashMap<>();

  static Stream<Path> snapshots() throws IOException {
    return Hwloc.snapshots();
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void weCountWhatHwlocCalculates(Path file) throws Exception {
    Hwloc.assumeInstalled();
    var snapshot = unpacked(file);
    var expected = Hwloc.calculated(snapshot.folder, "fsroot");

    var host = SysfsReader.read("archive", snapshot.tree).host();

    assertThat(Hwloc.calculable(host)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void weFindEveryObjectThatLstopoListsAndItsSize(Path file) throws Exception {
    Hwloc.assumeInstalled();
    var snapshot = unpacked(file);
    String expected = Hwloc.xml(snapshot.folder, "fsroot");

    var host = SysfsReader.read("archive", snapshot.tree).host();

    assertThat(Hwloc.ungrouped(Hwloc.counts(host)))
        .isEqualTo(Hwloc.ungrouped(Hwloc.listed(expected)));
    assertThat(memory(host)).isEqualTo(memory(HwlocReader.read("lstopo", expected)));
    assertThat(caches(host)).isEqualTo(caches(HwlocReader.read("lstopo", expected)));
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void anUnpackedSnapshotIsReadLikeTheArchive(Path file) throws Exception {
    var snapshot = unpacked(file);

    var host = SysfsReader.read("folder", new FolderTree(snapshot.folder)).host();

    assertThat(host).isEqualTo(SysfsReader.read("archive", snapshot.tree).host());
  }

  /// hwloc writes the CPUs around a node that has none of its own, we do not.
  private static List<String> memory(HostTopology host) {
    return host.nodes().values().stream()
        .map(node -> {
          var around = host.ancestors(node).stream().filter(it -> !it.cpus().isEmpty()).findFirst();
          var near = node.cpus().isEmpty() ? around.orElseThrow().cpus() : node.cpus();
          return node.osIndex() + ": " + node.memoryKib() + " KiB near " + near;
        })
        .toList();
  }

  private static List<String> caches(HostTopology host) {
    return host.all(Cache.class).stream()
        .map(cache -> cache.id().kind() + " " + cache.sizeKib() + " KiB for " + cache.cpus())
        .sorted()
        .toList();
  }

  private static Snapshot unpacked(Path file) throws Exception {
    var known = UNPACKED.get(file);
    if (known != null) {
      return known;
    }
    var tree = TarTree.read(file.toString(), Files.readAllBytes(file));
    var there = Files.createDirectory(folder.resolve(file.getFileName()));
    unpack(tree, there);
    var snapshot = new Snapshot(tree, there);
    UNPACKED.put(file, snapshot);
    return snapshot;
  }

  private static void unpack(MemoryTree tree, Path folder) throws IOException {
    var waiting = new ArrayDeque<>(List.of(""));
    while (!waiting.isEmpty()) {
      String path = waiting.pop();
      for (String name : tree.names(path)) {
        String inner = path.isEmpty() ? name : path + "/" + name;
        Path there = folder.resolve(inner);
        var target = tree.link(inner);
        if (target.isPresent()) {
          Files.createSymbolicLink(there, Path.of(target.get()));
        } else if (tree.names(inner).isEmpty() && tree.bytes(inner, 1).isPresent()) {
          Files.write(there, tree.bytes(inner, Integer.MAX_VALUE).orElseThrow());
        } else {
          Files.createDirectory(there);
          waiting.add(inner);
        }
      }
    }
  }
}
