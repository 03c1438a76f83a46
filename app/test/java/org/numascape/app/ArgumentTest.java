package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ArgumentTest {

  @TempDir private static Path home;
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = OpenWindow.show(stage, home, List.of("sample:laptop"));
  }

  @Test
  void whatTheProgramIsStartedWithOpensWithoutAStartScreen() {
    OpenWindow.until(() -> window.store().design().source().label().contains("laptop"));

    assertThat(window.shows("#start-screen")).isFalse();
    assertThat(window.stage().getTitle()).contains("Numascape");
  }
}
