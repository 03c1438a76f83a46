package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure.NoLibrary;

@Timeout(60)
final class NoLibraryTest {

  @Test
  void aMissingLibraryIsOneSentenceEachTimeItIsTried() {
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> LibvirtLibrary.load(List.of("numascape-has-no-such-library")))
          .isInstanceOfSatisfying(
              HypervisorException.class,
              thrown -> {
                assertThat(thrown.failure()).isInstanceOf(NoLibrary.class);
                assertThat(thrown.getMessage())
                    .startsWith("libvirt is not installed")
                    .hasLineCount(1);
                assertThat(((NoLibrary) thrown.failure()).detail())
                    .contains("numascape-has-no-such-library")
                    .hasSizeLessThan(250);
              });
    }
  }

  /// In a Java of its own, where JNA looks for libraries in an empty folder: what a machine without
  /// libvirt sees, and then sees libvirt installed.
  @Test
  void aMachineWithoutLibvirtSaysSoAndALibraryInstalledLaterIsFound(@TempDir Path empty)
      throws Exception {
    var found = run("-Djna.platform.library.path=" + empty, NoLibraryProgram.class.getName());

    assumeTrue(
        !found.contains("found at first"),
        "the linker's own name libvirt.so exists here and cannot be hidden");
    assertThat(found).contains("version: absent", "open: NoLibrary", "again: NoLibrary");
    assumeTrue(
        LibvirtLibrary.version().isPresent(),
        "libvirt is not installed, so it cannot be installed later");
    assertThat(found)
        .contains("later: " + LibvirtLibrary.version().orElseThrow(), "open later: TEST");
  }

  private static List<String> run(String option, String program)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                option,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program)
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.lines().toList();
  }
}
