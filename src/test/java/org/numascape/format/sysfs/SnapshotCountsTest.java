package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
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

  static Stream<Path> snapshots() throws IOException {
    return Hwloc.snapshots();
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void weCountWhatHwlocCalculates(Path file, @TempDir Path folder) throws Exception {
    Hwloc.assumeInstalled();
    var tree = TarTree.read(file.toString(), Files.readAllBytes(file));
    unpack(tree, folder);
    var expected = Hwloc.calculated(folder, "fsroot");

    var host = SysfsReader.read(file.toString(), tree).host();

    assertThat(Hwloc.calculable(host)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void weFindEveryObjectThatLstopoListsAndItsSize(Path file, @TempDir Path folder)
      throws Exception {
    Hwloc.assumeInstalled();
    var tree = TarTree.read(file.toString(), Files.readAllBytes(file));
    unpack(tree, folder);
    String expected = Hwloc.xml(folder, "fsroot");

    var host = SysfsReader.read(file.toString(), tree).host();

    assertThat(Hwloc.ungrouped(Hwloc.counts(host)))
        .isEqualTo(Hwloc.ungrouped(Hwloc.listed(expected)));
    assertThat(memory(host)).isEqualTo(memory(HwlocReader.read("lstopo", expected)));
    assertThat(caches(host)).isEqualTo(caches(HwlocReader.read("lstopo", expected)));
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void anUnpackedSnapshotIsReadLikeTheArchive(Path file, @TempDir Path folder) throws Exception {
    var tree = TarTree.read(file.toString(), Files.readAllBytes(file));
    unpack(tree, folder);

    var host = SysfsReader.read("folder", new FolderTree(folder)).host();

    assertThat(host).isEqualTo(SysfsReader.read("archive", tree).host());
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
