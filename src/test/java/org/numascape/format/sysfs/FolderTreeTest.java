package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class FolderTreeTest {

  @TempDir private Path folder;

  private Path root;

  @BeforeEach
  void makeARootWithAFileBesideIt() throws Exception {
    Files.writeString(folder.resolve("secret"), "outside");
    root = Files.createDirectory(folder.resolve("root"));
    Files.createDirectories(root.resolve("sys/a"));
    Files.writeString(root.resolve("sys/a/value"), "7\n");
  }

  @Test
  void linksAreFollowedInsideTheFolder() throws Exception {
    Files.createSymbolicLink(root.resolve("sys/relative"), Path.of("a"));
    Files.createSymbolicLink(root.resolve("sys/absolute"), Path.of("/sys/a/value"));

    var tree = new FolderTree(root);

    assertThat(tree.text("sys/relative/value")).contains("7");
    assertThat(tree.where("sys/relative/value")).contains("sys/a/value");
    assertThat(tree.text("sys/absolute")).contains("7");
  }

  @Test
  void noLinkAndNoPathLeadsOut() throws Exception {
    Files.createSymbolicLink(root.resolve("sys/up"), Path.of("../../secret"));
    Files.createSymbolicLink(root.resolve("sys/out"), folder.resolve("secret"));
    Files.createSymbolicLink(root.resolve("sys/around"), folder);

    var tree = new FolderTree(root);

    assertThat(tree.text("sys/up")).isEmpty();
    assertThat(tree.text("sys/out")).isEmpty();
    assertThat(tree.text("sys/around/secret")).isEmpty();
    assertThat(tree.text("../secret")).isEmpty();
    assertThat(tree.names("../..")).containsExactly("sys");
  }

  @Test
  void linksInCirclesLeadNowhere() throws Exception {
    Files.createSymbolicLink(root.resolve("sys/b"), Path.of("c"));
    Files.createSymbolicLink(root.resolve("sys/c"), Path.of("b"));

    var tree = new FolderTree(root);

    assertThat(tree.where("sys/b")).isEmpty();
    assertThat(tree.has("sys/b")).isFalse();
    assertThat(tree.names("sys/b")).isEmpty();
  }

  @Test
  @Timeout(30)
  void aPipeIsNeverOpened() throws Exception {
    var made = new ProcessBuilder("mkfifo", root.resolve("sys/pipe").toString()).start().waitFor();
    Assumptions.assumeTrue(made == 0, "skipped: there is no mkfifo");

    assertThat(new FolderTree(root).text("sys/pipe")).isEmpty();
  }

  @Test
  void longFilesAreReadToTheirLimit() throws Exception {
    Files.writeString(root.resolve("sys/long"), "x".repeat(100_000));

    var tree = new FolderTree(root);

    assertThat(tree.bytes("sys/long", 70_000))
        .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(70_000));
    assertThat(tree.bytes("sys/long", 1 << 20))
        .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(100_000));
  }
}
