package org.numascape.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileRestorePointsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path home;

  private FileRestorePoints points(Instant now) {
    return new FileRestorePoints(home.resolve("state/restore"), InstantSource.fixed(now));
  }

  @Test
  void onlyTheOwnerCanReadWhatMayHoldPasswords() throws IOException {
    Assumptions.assumeTrue(
        home.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "skipped: this file system has no owner permissions");

    var point = points(NOON).save(Host.RUNNING, Host.DB_XML);

    var folder = home.resolve("state/restore");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(point.key()))))
        .isEqualTo("rw-------");
  }

  @Test
  void pointsComeBackLatestFirstWithTheirText() throws IOException {
    points(NOON).save(Host.RUNNING, "older");
    points(NOON).save(Host.RUNNING, "same moment");
    points(NOON.plusSeconds(5)).save(Host.STOPPED, "later");

    var all = points(NOON).all();

    assertThat(all).hasSize(3);
    assertThat(all.getFirst().uuid()).isEqualTo(Host.STOPPED);
    assertThat(all.getFirst().taken()).isEqualTo(NOON.plusSeconds(5));
    assertThat(points(NOON).xml(all.getFirst())).isEqualTo("later");
  }

  @Test
  void aKeyCannotLeaveTheFolder() {
    var outside = new RestorePoint("../../etc/passwd", Host.RUNNING, NOON);

    assertThatThrownBy(() -> points(NOON).xml(outside)).isInstanceOf(IOException.class);
  }

  @Test
  void whereNothingWasSavedThereIsNothing() throws IOException {
    assertThat(points(NOON).all()).isEmpty();
  }
}
