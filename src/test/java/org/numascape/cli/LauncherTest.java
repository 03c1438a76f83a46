package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher `packaging/numascape`, with a Java that only says how it was started.
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  @TempDir private Path home;

  @BeforeEach
  void aCopyWithARuntimeOfItsOwn() throws IOException {
    for (var folder : List.of("bin", "lib", "runtime/bin")) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.copy(Path.of("../packaging/numascape"), home.resolve("bin/numascape"));
    Files.createFile(home.resolve("lib/numascape-core-1.jar"));
    Files.writeString(home.resolve("runtime/release"), "JAVA_VERSION=\"25.0.1\"\n");
    var java = home.resolve("runtime/bin/java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private List<String> started(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("/bin/sh", home.resolve("bin/numascape").toString()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"render", "generate-completion", "--help", "-V", "rendr"})
  void aVerbStartsWithoutTheWindow(String verb) throws Exception {
    var words = started(verb, "a b", "sample:laptop");

    assertThat(words).contains("-jar").doesNotContain("-m");
    assertThat(words)
        .endsWith("numascape-core-1.jar".transform(this::inLib), verb, "a b", "sample:laptop");
  }

  private String inLib(String name) {
    return home.toAbsolutePath().resolve("lib").resolve(name).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"this", "sample:laptop", "qemu:///system", "host.xml", "./x", "a/b"})
  void aHostOpensTheWindow(String host) throws Exception {
    var words = started(host);

    assertThat(words).contains("-m").doesNotContain("-jar").endsWith(host);
  }

  @Test
  void nothingOpensTheWindow() throws Exception {
    assertThat(started()).endsWith("-m", "org.numascape.app/org.numascape.app.Main");
  }

  @Test
  void aFileWithAPlainNameOpensTheWindow() throws Exception {
    Files.createFile(home.resolve("topology"));

    assertThat(started("topology")).contains("-m");
  }

  @Test
  void theArchiveOfClassesIsUsedWhereThereIsOne() throws Exception {
    Files.createFile(home.resolve("lib/verbs.jsa"));

    assertThat(started("samples")).contains("-XX:SharedArchiveFile=" + inLib("verbs.jsa"));
  }
}
