package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.HostSource;

final class RecentFilesTest {
  @TempDir private Path home;
  private RecentFiles recent;

  @BeforeEach
  void freshList() {
    recent = new RecentFiles(new Folders(home.resolve("config"), home.resolve("state")));
  }

  @Test
  void theLatestIsFirstAndStandsOnce() throws IOException {
    var sample = new Recent.HostAt(new HostSource.Sample("demonstration"));
    var design = new Recent.DesignAt(home.resolve("rack.numascape.json"));

    recent.opened(sample);
    recent.opened(design);
    recent.opened(sample);

    assertThat(recent.entries()).containsExactly(sample, design);
  }

  @Test
  void theThirteenthFallsOff() throws IOException {
    for (int i = 0; i < 13; i++) {
      recent.opened(new Recent.HostAt(new HostSource.Sample("s" + i)));
    }

    assertThat(recent.entries()).hasSize(12);
    assertThat(recent.entries().getLast().label()).isEqualTo("sample: s1");
  }

  @Test
  void aMissingFileStaysOnTheListAndIsShownAsMissing() throws IOException {
    var there = Files.createFile(home.resolve("there.numascape.json"));
    recent.opened(new Recent.DesignAt(home.resolve("gone.numascape.json")));
    recent.opened(new Recent.DesignAt(there));

    var entries = recent.entries();

    assertThat(entries).extracting(Recent::missing).containsExactly(false, true);
    assertThat(entries).extracting(Recent::label).containsExactly("there", "gone");
  }

  @Test
  void noPasswordIsRemembered() throws IOException {
    recent.opened(new Recent.HostAt(new HostSource.Connection("qemu+tcp://joe:pw@host/system")));

    assertThat(recent.entries())
        .containsExactly(
            new Recent.HostAt(new HostSource.Connection("qemu+tcp://joe@host/system")));
    assertThat(home.resolve("config/recent.json")).content().doesNotContain("pw");
  }

  @Test
  void aDamagedListIsAnEmptyListThatFillsAgain() throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/recent.json"), "{\"recent\": [");

    recent.opened(new Recent.HostAt(new HostSource.Sample("demonstration")));

    assertThat(recent.entries()).hasSize(1);
  }

  @Test
  void whatIsForgottenLeavesTheList() throws IOException {
    var sample = new Recent.HostAt(new HostSource.Sample("demonstration"));
    recent.opened(sample);

    recent.forget(sample);

    assertThat(recent.entries()).isEmpty();
  }
}
