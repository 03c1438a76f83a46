package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.Design;
import org.numascape.format.FormatException;

final class DesignFilesTest {
  @TempDir private Path folder;

  @Test
  void aSavedDesignOpensAgain() throws Exception {
    var file = folder.resolve("rack.numascape.json");
    var design = RandomDesigns.of(1);

    var saved = DesignFiles.save(file, design, Stamp.ABSENT);
    var opened = DesignFiles.open(file);

    assertThat(opened.design()).isEqualTo(design);
    assertThat(saved).isEqualTo(new Saved.Done(opened.stamp()));
  }

  @Test
  void savingTwiceInARowNeedsNoForce() throws Exception {
    var file = folder.resolve("d.numascape.json");
    var first = (Saved.Done) DesignFiles.save(file, RandomDesigns.of(1), Stamp.ABSENT);

    var second = DesignFiles.save(file, RandomDesigns.of(2), first.stamp());

    assertThat(second).isInstanceOf(Saved.Done.class);
    assertThat(DesignFiles.open(file).design()).isEqualTo(RandomDesigns.of(2));
  }

  @Test
  void aFileChangedByOthersIsNotOverwritten() throws Exception {
    var file = folder.resolve("d.numascape.json");
    DesignFiles.overwrite(file, RandomDesigns.of(1));
    var opened = DesignFiles.open(file);
    Files.writeString(file, "theirs");

    var saved = DesignFiles.save(file, RandomDesigns.of(2), opened.stamp());

    assertThat(saved).isInstanceOf(Saved.ChangedByOthers.class);
    assertThat(file).hasContent("theirs");
  }

  @Test
  void aNewDesignDoesNotReplaceAFileThatIsThere() throws Exception {
    var file = Files.writeString(folder.resolve("d.numascape.json"), "theirs");

    var saved = DesignFiles.save(file, RandomDesigns.of(2), Stamp.ABSENT);

    assertThat(saved).isInstanceOf(Saved.ChangedByOthers.class);
    assertThat(file).hasContent("theirs");
  }

  @Test
  void theStampOfTheConflictAllowsToOverwriteJustThat() throws Exception {
    var file = Files.writeString(folder.resolve("d.numascape.json"), "theirs");
    var conflict =
        (Saved.ChangedByOthers) DesignFiles.save(file, RandomDesigns.of(2), Stamp.ABSENT);

    var saved = DesignFiles.save(file, RandomDesigns.of(2), conflict.stamp());

    assertThat(saved).isInstanceOf(Saved.Done.class);
  }

  @Test
  void savingKeepsThePermissions() throws Exception {
    assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
    var file = folder.resolve("d.numascape.json");
    var stamp = DesignFiles.overwrite(file, RandomDesigns.of(1));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    DesignFiles.save(file, RandomDesigns.of(2), stamp);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void savingThroughALinkKeepsTheLink() throws Exception {
    assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
    var file = folder.resolve("d.numascape.json");
    var stamp = DesignFiles.overwrite(file, RandomDesigns.of(1));
    var link = Files.createSymbolicLink(folder.resolve("link"), file);

    DesignFiles.save(link, RandomDesigns.of(2), stamp);

    assertThat(link).isSymbolicLink();
    assertThat(DesignFiles.open(file).design()).isEqualTo(RandomDesigns.of(2));
  }

  @Test
  void savingLeavesNothingButTheFile() throws Exception {
    DesignFiles.overwrite(folder.resolve("d.numascape.json"), RandomDesigns.of(1));

    assertThat(folder).isDirectoryContaining(path -> path.endsWith("d.numascape.json"));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFolderInTheWayIsSaidInOneSentence() throws Exception {
    var file = Files.createDirectory(folder.resolve("d.numascape.json"));
    Design design = RandomDesigns.of(1);

    assertThatThrownBy(() -> DesignFiles.overwrite(file, design))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": This is a folder, a file belongs here.");
  }

  @Test
  void aMissingFolderIsSaidInOneSentence() {
    var file = folder.resolve("nowhere/d.numascape.json");
    Design design = RandomDesigns.of(1);

    assertThatThrownBy(() -> DesignFiles.save(file, design, Stamp.ABSENT))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": There is no such file or folder.");
  }

  @Test
  void aMissingFileIsSaidInOneSentence() {
    var file = folder.resolve("nowhere.numascape.json");

    assertThatThrownBy(() -> DesignFiles.open(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + ": There is no such file or folder.");
  }

  @Test
  void aBinaryFileIsSaidInOneSentence() throws IOException {
    var file = Files.write(folder.resolve("d"), new byte[] {(byte) 0xFF, 0, 1});

    assertThatThrownBy(() -> DesignFiles.open(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + ": This is no text in UTF-8; it may be a binary file.");
  }
}
