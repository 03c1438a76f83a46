package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FoldersTest {
  private static final Path HOME = Path.of("/home/joe");

  @Test
  void linuxFollowsTheXdgFolders() {
    var environment = Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s");

    assertThat(Folders.of("Linux", environment, HOME))
        .isEqualTo(new Folders(Path.of("/c/numascape"), Path.of("/s/numascape")));
  }

  @Test
  void aRelativeXdgFolderIsIgnoredAsTheSpecificationWants() {
    var environment = Map.of("XDG_CONFIG_HOME", "c", "XDG_STATE_HOME", "");

    assertThat(Folders.of("Linux", environment, HOME))
        .isEqualTo(
            new Folders(HOME.resolve(".config/numascape"), HOME.resolve(".local/state/numascape")));
  }

  @Test
  void macosHasOneFolderForBoth() {
    var support = HOME.resolve("Library/Application Support/Numascape");

    assertThat(Folders.of("Mac OS X", Map.of(), HOME)).isEqualTo(new Folders(support, support));
  }

  @Test
  void windowsKeepsStateOffTheRoamingProfile() {
    assertThat(Folders.of("Windows 11", Map.of(), HOME))
        .isEqualTo(
            new Folders(
                HOME.resolve("AppData/Roaming/Numascape"),
                HOME.resolve("AppData/Local/Numascape")));
  }
}
