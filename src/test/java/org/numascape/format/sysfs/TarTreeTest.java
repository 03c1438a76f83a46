package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.numascape.format.FormatException;

final class TarTreeTest {

  /// Writes one archive.
  interface Content {
    void to(TarArchiveOutputStream tar) throws IOException;
  }

  /// Packs what is written to it.
  interface Packer {
    OutputStream around(OutputStream out) throws IOException;
  }

  @Test
  void theNameOfTheFolderAtTheTopDoesNotMatter() throws Exception {
    byte[] archive = bzip2(tar -> file(tar, "./any name/sys/a", "1"));

    var tree = TarTree.read("a.tar.bz2", archive);

    assertThat(tree.text("sys/a")).contains("1");
    assertThat(tree.names("")).containsExactly("sys");
  }

  @Test
  void anArchiveWithoutAFolderAtTheTopIsReadToo() throws Exception {
    byte[] archive =
        packed(
            GzipCompressorOutputStream::new,
            tar -> {
              file(tar, "sys/a", "1");
              file(tar, "proc/b", "2");
            });

    var tree = TarTree.read("a.tar.gz", archive);

    assertThat(tree.text("proc/b")).contains("2");
  }

  @Test
  void plainTarAndHardLinksAreRead() throws Exception {
    byte[] archive =
        packed(
            out -> out,
            tar -> {
              file(tar, "top/sys/a", "1");
              var link = new TarArchiveEntry("top/sys/b", TarConstants.LF_LINK);
              link.setLinkName("top/sys/a");
              tar.putArchiveEntry(link);
              tar.closeArchiveEntry();
            });

    assertThat(TarTree.read("a.tar", archive).text("sys/b")).contains("1");
  }

  @Test
  void anAbsolutePathIsRefused() throws Exception {
    byte[] archive =
        bzip2(tar -> {
          var entry = new TarArchiveEntry("/etc/passwd", true);
          tar.putArchiveEntry(entry);
          tar.closeArchiveEntry();
        });

    assertRefused(
        archive, "a: The archive holds the absolute path \"/etc/passwd\"; it is not read.");
  }

  @Test
  void aPathThatLeadsOutIsRefused() throws Exception {
    byte[] archive = bzip2(tar -> file(tar, "top/../../etc/passwd", "x"));

    assertRefused(
        archive,
        "a: The archive holds the path \"top/../../etc/passwd\", which leads out of it; it is not read.");
  }

  @Test
  void aPathLongerOrDeeperThanAnyOfAHostIsRefused() throws Exception {
    assertRefused(
        bzip2(tar -> file(tar, "top/" + "a".repeat(1_100), "x")),
        "which is longer than any of a host; it is not read.");
    assertRefused(
        bzip2(tar -> file(tar, "top/" + "a/".repeat(70) + "b", "x")),
        "which is deeper than any of a host; it is not read.");
  }

  @Test
  void aLinkThatLeadsOutStaysInside() throws Exception {
    byte[] archive =
        bzip2(tar -> {
          file(tar, "top/sys/a", "1");
          link(tar, "top/sys/up", "../../../../../etc/hostname");
          link(tar, "top/sys/absolute", "/etc/hostname");
          link(tar, "top/sys/inside", "/sys/a");
        });

    var tree = TarTree.read("a", archive);

    assertThat(tree.where("sys/up")).contains("etc/hostname");
    assertThat(tree.text("sys/up")).isEmpty();
    assertThat(tree.text("sys/absolute")).isEmpty();
    assertThat(tree.text("sys/inside")).contains("1");
  }

  @Test
  void linksThatLeadInCirclesLeadNowhere() throws Exception {
    byte[] archive =
        bzip2(tar -> {
          link(tar, "top/sys/a", "b");
          link(tar, "top/sys/b", "a");
          link(tar, "top/sys/deep", "deep/deep");
        });

    var tree = TarTree.read("a", archive);

    assertThat(tree.text("sys/a")).isEmpty();
    assertThat(tree.where("sys/deep")).isEmpty();
  }

  @Test
  @Timeout(120)
  void aMillionMembersAreRefused() throws Exception {
    byte[] one = packed(out -> out, tar -> file(tar, "top/sys/a", ""));
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes, 1 << 16)) {
      for (int i = 0; i < 1_000_000; i++) {
        gzip.write(one, 0, 512);
      }
    }

    assertRefused(
        bytes.toByteArray(), "The archive has more than 500,000 members, which no host needs.");
  }

  @Test
  void aBombIsRefusedLongBeforeItHasUnpacked() throws Exception {
    byte[] zeros = new byte[1 << 20];
    byte[] archive =
        packed(
            GzipCompressorOutputStream::new,
            tar -> {
              for (int i = 0; i < 400; i++) {
                var entry = new TarArchiveEntry("top/sys/" + i);
                entry.setSize(zeros.length);
                tar.putArchiveEntry(entry);
                tar.write(zeros);
                tar.closeArchiveEntry();
              }
            });

    assertRefused(archive, "MiB, which no host needs.");
  }

  @Test
  void aFileOfManyMegabytesIsRefused() throws Exception {
    byte[] archive =
        packed(
            out -> out,
            tar -> {
              var entry = new TarArchiveEntry("top/sys/a");
              entry.setSize((16L << 20) + 1);
              tar.putArchiveEntry(entry);
              tar.write(new byte[(16 << 20) + 1]);
              tar.closeArchiveEntry();
            });

    assertRefused(
        archive, "a: top/sys/a in the archive is larger than 16 MiB, which no file of a host is.");
  }

  @Test
  void anArchiveThatIsCutOffIsRefused() throws Exception {
    byte[] archive = bzip2(tar -> file(tar, "top/sys/a", "1".repeat(5_000)));

    assertRefused(
        java.util.Arrays.copyOf(archive, archive.length / 2),
        "make it again with hwloc-gather-topology.");
  }

  @Test
  void anArchiveOfSomethingElseIsRefused() throws Exception {
    byte[] archive =
        bzip2(tar -> {
          file(tar, "src/Main.java", "class Main {}");
          file(tar, "README", "hello");
        });

    assertRefused(archive, "has one folder with sys and proc in it.");
  }

  @Test
  void otherPackingsSayWhatToDo() {
    byte[] zip = "PK\u0003\u0004 and so on".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(TarTree.isArchive(zip)).isTrue();
    assertRefused(zip, "pack it as .tar.bz2 or .tar.gz, or unpack it and open the folder.");
    assertThat(TarTree.isArchive("<topology/>".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  private static void assertRefused(byte[] archive, String end) {
    assertThatThrownBy(() -> TarTree.read("a", archive))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("a: ")
        .hasMessageEndingWith(end);
  }

  static byte[] bzip2(Content content) throws IOException {
    return packed(BZip2CompressorOutputStream::new, content);
  }

  static byte[] packed(Packer packer, Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(packer.around(bytes))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      content.to(tar);
    }
    return bytes.toByteArray();
  }

  static void file(TarArchiveOutputStream tar, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private static void link(TarArchiveOutputStream tar, String name, String target)
      throws IOException {
    var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }
}
