package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.numascape.format.FormatException;

/// Damages good trees and archives at random and sees that nobody but `FormatException` complains.
final class SysfsFuzzTest {

  private static final int ROUNDS = 400;

  private static final List<String> GRAINS =
      List.of(
          "",
          "-1",
          "0",
          "\0",
          "ffffffff",
          "ffffffff,ffffffff",
          "0-16383",
          "99999999999999999999",
          "0x",
          "^3",
          "7-0",
          "1,1,1",
          "16385",
          "zzz",
          "Node 0 MemTotal: 9 kB",
          "/",
          "../../..",
          "0-3,",
          "1e9",
          "K",
          "\u00e4");

  @Test
  void onlyAFormatExceptionComesOutOfADamagedTree() throws Exception {
    var good = rich().build();
    var random = new Random(20_261_121);
    int read = 0;

    for (int round = 0; round < ROUNDS; round++) {
      var bad = damaged(good, random);
      try {
        assertThat(SysfsReader.read("fuzz", bad).host().pus()).isNotEmpty();
        read++;
      } catch (FormatException expected) {
        assertThat(expected.getMessage()).startsWith("fuzz: ").endsWith(".").doesNotContain("\n");
      }
    }

    assertThat(read).as("a tree is read however little is left of it").isGreaterThan(ROUNDS / 2);
  }

  @Test
  void onlyAFormatExceptionComesOutOfADamagedArchive() throws Exception {
    byte[] good = archive(rich().build());
    var random = new Random(20_261_121);
    int refused = 0;

    for (int round = 0; round < ROUNDS; round++) {
      byte[] bad = good.clone();
      int times = 1 + random.nextInt(6);
      for (int i = 0; i < times; i++) {
        int at = random.nextInt(bad.length);
        switch (random.nextInt(3)) {
          case 0 -> bad[at] = (byte) random.nextInt(256);
          case 1 -> bad = java.util.Arrays.copyOf(bad, Math.max(600, at));
          default -> bad[at] ^= (byte) (1 << random.nextInt(8));
        }
      }
      try {
        SysfsReader.read("fuzz", TarTree.read("fuzz", bad));
      } catch (FormatException expected) {
        assertThat(expected.getMessage()).startsWith("fuzz: ").endsWith(".").doesNotContain("\n");
        refused++;
      }
    }

    assertThat(refused).isPositive();
  }

  /// A host with something of everything.
  private static MemoryTree.Builder rich() {
    var tree = Trees.twoNodes();
    Trees.node(tree, 2, "00", 4_194_304, "11 31 10");
    tree.file(Trees.NODE + 0 + "/distance", "10 21 11")
        .file(Trees.NODE + 1 + "/distance", "21 10 31");
    tree.file(Trees.NODE + 0 + "/hugepages/hugepages-2048kB/nr_hugepages", "16");
    tree.file(Trees.NODE + 0 + "/memory_side_cache/index1/size", "65536");
    tree.file(Trees.NODE + 2 + "/access0/initiators/node0", "");
    tree.file(Trees.NODE + 2 + "/access0/initiators/read_bandwidth", "2000");
    tree.file("sys/devices/cpu_core/cpus", "0-3").file("sys/devices/cpu_atom/cpus", "4-7");
    tree.file("proc/mounts", "cgroup2 /sys/fs/cgroup cgroup2 rw 0 0")
        .file("proc/self/cgroup", "0::/a/b");
    tree.file("sys/fs/cgroup/a/cpuset.cpus.effective", "0-6");
    tree.file("proc/cpuinfo", "processor : 0\nmodel name : A\n\nprocessor : 4\nmodel name : B");
    tree.file("proc/driver/nvidia/gpus/0000:41:00.0/numa_status", "Node: 2");
    Trees.pci(tree, "pci0000:40", "0000:40:01.1", "0x060400", 1);
    Trees.pci(tree, "pci0000:40/0000:40:01.1", "0000:41:00.0", "0x030000", 1);
    tree.file("sys/devices/pci0000:40/0000:40:01.1/config", new byte[64]);
    tree.link("sys/class/block/vda", "../../devices/pci0000:40/0000:40:01.1/0000:41:00.0/vda");
    tree.file("sys/firmware/dmi/entries/17-0/raw", new byte[80]);
    tree.file("sys/fs/resctrl/info/L3/cbm_mask", "ff")
        .file("sys/fs/resctrl/info/L3/num_closids", "4");
    return tree;
  }

  private static MemoryTree damaged(MemoryTree good, Random random) {
    var tree = good.changed();
    var paths = good.paths();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      switch (random.nextInt(5)) {
        case 0 -> tree.without(path);
        case 1 -> tree.without(path.substring(0, path.lastIndexOf('/')));
        case 2 -> tree.file(path, GRAINS.get(random.nextInt(GRAINS.size())));
        case 3 -> tree.file(path, bytes(random));
        default -> tree.without(path).link(path, GRAINS.get(random.nextInt(GRAINS.size())));
      }
    }
    return tree.build();
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(100)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] archive(MemoryTree tree) throws Exception {
    return TarTreeTest.packed(
        out -> out,
        tar -> {
          for (String path : tree.paths()) {
            TarTreeTest.file(
                tar,
                "top/" + path,
                new String(
                    tree.bytes(path, FileTree.SMALL).orElseThrow(), StandardCharsets.ISO_8859_1));
          }
        });
  }
}
