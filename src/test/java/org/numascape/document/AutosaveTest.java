package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.Designs;
import org.numascape.design.Design;
import org.numascape.design.Snapshot;
import org.numascape.format.FormatException;

final class AutosaveTest {
  @TempDir private Path home;
  private Folders folders;

  @BeforeEach
  void freshFolders() {
    folders = new Folders(home.resolve("config"), home.resolve("state"));
  }

  @Test
  void closingLeavesNothingBehind() throws IOException {
    var autosave = Autosave.begin(folders);
    autosave.keep(RandomDesigns.of(1), Optional.empty(), Stamp.ABSENT);

    autosave.close();
    autosave.keep(RandomDesigns.of(1), Optional.empty(), Stamp.ABSENT);

    try (var files = Files.list(folders.state().resolve("recovery"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aDesignStillOpenIsNotOffered() throws IOException {
    try (var autosave = Autosave.begin(folders)) {
      autosave.keep(RandomDesigns.of(1), Optional.empty(), Stamp.ABSENT);

      assertThat(new Recovery(folders).offers()).isEmpty();
    }
  }

  @Test
  void aDesignForgottenIsNotOffered() throws IOException {
    try (var autosave = Autosave.begin(folders)) {
      autosave.keep(RandomDesigns.of(1), Optional.empty(), Stamp.ABSENT);
      autosave.forget();

      try (var files = Files.list(folders.state().resolve("recovery"))) {
        assertThat(files.filter(file -> file.toString().endsWith(".numascape.json"))).isEmpty();
      }
    }
  }

  @Test
  void aCopyIsForItsOwnerAlone() throws IOException {
    assumeThat(Files.getFileStore(home).supportsFileAttributeView("posix")).isTrue();

    try (var autosave = Autosave.begin(folders)) {
      autosave.keep(RandomDesigns.of(1), Optional.empty(), Stamp.ABSENT);

      var recovery = folders.state().resolve("recovery");
      assertThat(permissions(recovery)).isEqualTo("rwx------");
      try (var files = Files.list(recovery)) {
        assertThat(files.filter(file -> !file.toString().endsWith(".lock")))
            .isNotEmpty()
            .allMatch(file -> permissions(file).equals("rw-------"));
      }
    }
  }

  @Test
  void aDesignIsOfferedWhenItsProcessWasKilledAndNotBefore() throws Exception {
    var file = home.resolve("rack.numascape.json");
    var process = otherProcess(file.toString());
    var recovery = new Recovery(folders);

    var whileAlive = recovery.offers();
    process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    var afterwards = recovery.offers();

    assertThat(whileAlive).isEmpty();
    assertThat(afterwards)
        .singleElement()
        .satisfies(offer -> {
          assertThat(offer.file()).contains(file);
          assertThat(offer.stamp()).isEqualTo(new Stamp("abc"));
          assertThat(recovery.open(offer)).isEqualTo(RandomDesigns.of(5));
        });
  }

  @Test
  void snapshotsAreRecoveredWithTheirDesign() throws Exception {
    var design = Designs.pictured();
    var kept = design.withSnapshot(Snapshot.of("before", Instant.EPOCH, design));
    leftBehind("77-dead", kept);
    var recovery = new Recovery(folders);

    var recovered = recovery.open(recovery.offers().getFirst());

    assertThat(recovered.snapshot("before")).isEqualTo(kept.snapshot("before"));
  }

  @Test
  void aDiscardedOfferIsGone() throws Exception {
    leftBehind("77-dead", RandomDesigns.of(5));
    var recovery = new Recovery(folders);

    recovery.offers().forEach(recovery::discard);

    assertThat(recovery.offers()).isEmpty();
    try (var files = Files.list(folders.state().resolve("recovery"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aDamagedCopyIsOfferedAndSaysSoWhenOpened() throws Exception {
    leftBehind("77-dead", RandomDesigns.of(5));
    var recovery = new Recovery(folders);
    Files.writeString(folders.state().resolve("recovery/77-dead.numascape.json"), "{");

    var offer = recovery.offers().getFirst();

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> recovery.open(offer))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void nothingIsOfferedOnAFirstStart() {
    assertThat(new Recovery(folders).offers()).isEmpty();
  }

  private void leftBehind(String id, Design design) throws IOException {
    var recovery = Files.createDirectories(folders.state().resolve("recovery"));
    Files.writeString(recovery.resolve(id + ".numascape.json"), DesignFile.write(design));
  }

  private Process otherProcess(String... arguments) throws IOException {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(OtherProcess.class.getName());
    command.add(folders.state().toString());
    command.addAll(java.util.List.of(arguments));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(process.inputReader().readLine()).isEqualTo("kept");
    return process;
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// Keeps a design and then waits to be killed.
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) throws Exception {
      var state = Path.of(arguments[0]);
      var autosave = Autosave.begin(new Folders(state, state));
      autosave.keep(RandomDesigns.of(5), Optional.of(Path.of(arguments[1])), new Stamp("abc"));
      System.out.println("kept");
      System.out.flush();
      Thread.sleep(60_000);
    }
  }
}
