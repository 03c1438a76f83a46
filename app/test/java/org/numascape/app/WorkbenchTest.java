package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class WorkbenchTest {
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    new Workbench().start(stage);
  }

  @Test
  void theWindowOpensUnderTheNameOfTheProgram() {
    assertThat(stage.isShowing()).isTrue();
    assertThat(stage.getTitle()).isEqualTo("Numascape");
  }

  @Test
  @Tag("display")
  void theWindowOpensOnAScreen() {
    assertThat(System.getProperty("glass.platform")).isNotEqualTo("Headless");
    assertThat(stage.isShowing()).isTrue();
  }
}
