package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.SharedData;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// Compares what we find in real snapshots with what lstopo finds in the same, unpacked.
final class SnapshotCountsTest {

  static Stream<Path> snapshots() throws IOException {
    try (var files = Files.list(SharedData.folder("linux-snapshots"))) {
      return files.filter(file -> file.toString().endsWith(".tar.bz2")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void weFindWhatLstopoFinds(Path file, @TempDir Path folder) throws Exception {
    Lstopo.assumeInstalled();
    var tree = TarTree.read(file.toString(), Files.readAllBytes(file));
    unpack(tree, folder);
    String expected = Lstopo.xml(folder);

    var host = SysfsReader.read(file.toString(), tree).host();

    assertThat(counts(host)).isEqualTo(Lstopo.counts(expected));
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void anUnpackedSnapshotIsReadLikeTheArchive(Path file, @TempDir Path folder) throws Exception {
    var tree = TarTree.read(file.toString(), Files.readAllBytes(file));
    unpack(tree, folder);

    var host = SysfsReader.read("folder", new FolderTree(folder)).host();

    assertThat(host).isEqualTo(SysfsReader.read("archive", tree).host());
  }

  /// PUs that are off are no objects for hwloc.
  private static Map<String, Integer> counts(HostTopology host) {
    var counts = new TreeMap<String, Integer>();
    host.objects()
        .filter(object -> object.id().kind() != ObjectKind.GROUP)
        .filter(object -> !(object instanceof Pu pu && pu.state() == PuState.OFFLINE))
        .forEach(object -> counts.merge(object.id().kind().hwlocName(), 1, Integer::sum));
    return counts;
  }

  private static void unpack(MemoryTree tree, Path folder) throws IOException {
    var waiting = new ArrayDeque<>(java.util.List.of(""));
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
