package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.format.Damage;
import org.numascape.format.FormatException;
import org.numascape.format.Fuzz;

/// Damaged trees and archives are read or refused.
final class SysfsFuzzTest {

  private static final Fuzz FUZZ = new Fuzz(20_261_121, 100);

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

    int refused =
        FUZZ.refused(
            "fuzz: ",
            random -> damaged(good, random),
            tree -> assertThat(SysfsReader.read("fuzz", tree).host().pus()).isNotEmpty());

    assertThat(refused).as("a tree is read however little is left of it").isLessThan(50);
  }

  static Stream<Arguments> packers() {
    TarTreeTest.Packer plain = out -> out;
    TarTreeTest.Packer gzip = GzipCompressorOutputStream::new;
    TarTreeTest.Packer bzip2 = BZip2CompressorOutputStream::new;
    return Stream.of(
        Arguments.of("tar", plain), Arguments.of("gzip", gzip), Arguments.of("bzip2", bzip2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packers")
  void onlyAFormatExceptionComesOutOfADamagedArchive(String name, TarTreeTest.Packer packer)
      throws Exception {
    byte[] good = archive(packer, rich().build());

    int refused =
        FUZZ.refused("fuzz: ", random -> Damage.ofBytes(good, random), SysfsFuzzTest::read);

    assertThat(refused).isPositive();
  }

  @Test
  void onlyAFormatExceptionComesOutOfAnArchiveOfEvilMembers() throws Exception {
    var good = rich().build();

    int refused = FUZZ.refused("fuzz: ", random -> evil(good, random), SysfsFuzzTest::read);

    assertThat(refused).isBetween(10, 99);
  }

  private static void read(byte[] archive) throws FormatException {
    SysfsReader.read("fuzz", TarTree.read("fuzz", archive));
  }

  /// Some good members and some with evil names, kinds, targets and sizes.
  private static byte[] evil(MemoryTree good, Random random) {
    try {
      return TarTreeTest.packed(
          out -> out,
          tar -> {
            for (String path : good.paths()) {
              if (random.nextInt(40) == 0) {
                evil(tar, path, random);
              }
              TarTreeTest.file(tar, "top/" + path, good.text(path).orElseThrow());
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void evil(TarArchiveOutputStream tar, String path, Random random)
      throws IOException {
    String name =
        Damage.pick(
            List.of(
                "top/" + path,
                "top/" + path + "/x",
                "top",
                "",
                ".",
                "top/../../x",
                "/etc/passwd",
                "top/sys",
                "other/sys/x",
                "top/" + "a/".repeat(random.nextInt(5_000)),
                "top/" + "b".repeat(random.nextInt(5_000)),
                "top/sys/\u0000/\uD83D"),
            random);
    byte kind =
        List.of(
                TarConstants.LF_NORMAL,
                TarConstants.LF_LINK,
                TarConstants.LF_SYMLINK,
                TarConstants.LF_CHR,
                TarConstants.LF_FIFO,
                TarConstants.LF_DIR,
                TarConstants.LF_CONTIG,
                (byte) 'Z')
            .get(random.nextInt(8));
    var entry = new TarArchiveEntry(name, kind);
    entry.setLinkName(
        Damage.pick(
            List.of("..", "/", ".", path, "../" + path, "x/x/x", "/etc", "", "a\nb"), random));
    entry.setSize(0);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
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
        case 2 -> tree.file(path, Damage.pick(GRAINS, random));
        case 3 -> tree.file(path, bytes(random));
        default -> tree.without(path).link(path, Damage.pick(GRAINS, random));
      }
    }
    return tree.build();
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(100)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] archive(TarTreeTest.Packer packer, MemoryTree tree) throws IOException {
    return TarTreeTest.packed(
        packer,
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
