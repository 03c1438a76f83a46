package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import javafx.geometry.Point2D;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.Snapshot;
import org.numascape.topology.CpuSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Keeping in the whole window: parts of the host from guests, and states of the design.
@ExtendWith(ApplicationExtension.class)
final class KeepingTest {

  @TempDir private static Path home;
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = OpenWindow.demonstration(stage, home.resolve(UUID.randomUUID().toString()));
  }

  @BeforeEach
  void open() {
    window.ready();
    window.hidePanels();
  }

  @Test
  void aCpuIsReservedForTheHostFromItsMenuAndGivenBack(FxRobot robot) {
    robot.clickOn(cpu(6), MouseButton.SECONDARY);
    robot.clickOn("#keep-for-host");

    assertThat(window.store().design().reserved().contains(6)).isTrue();

    robot.clickOn(cpu(6), MouseButton.SECONDARY);
    robot.clickOn("#release-here");

    assertThat(window.store().design().reserved()).isEqualTo(CpuSet.parse("0-1,32-33"));
  }

  @Test
  void aCpuIsGivenToOtherSoftwareFromItsMenu(FxRobot robot) {
    robot.clickOn(cpu(6), MouseButton.SECONDARY);
    robot.clickOn("#keep-for-software");

    OpenWindow.until(() -> robot.lookup("#lane-cpus").tryQuery().isPresent());
    TextInputControl cpus = robot.lookup("#lane-cpus").queryTextInputControl();
    assertThat(cpus.getText()).isEqualTo("6");
    assertThat(window.store().design().lane("SPDK")).isPresent();
  }

  @Test
  void aKeyOpensTheHostPlan(FxRobot robot) {
    robot.interact(window.canvas()::requestFocus);

    window.type(KeyCode.CONTROL, KeyCode.H);

    OpenWindow.until(() -> robot.lookup("#host-plan").tryQuery().isPresent());
  }

  @Test
  void aKeyTakesASnapshot(FxRobot robot) {
    robot.interact(window.canvas()::requestFocus);

    window.type(KeyCode.CONTROL, KeyCode.B);
    OpenWindow.until(() -> robot.lookup("#snapshot-name").tryQuery().isPresent());
    robot.clickOn("#snapshot-ok");

    assertThat(window.store().design().snapshots())
        .extracting(Snapshot::name)
        .containsExactly("Snapshot 1");
  }

  private Point2D cpu(int cpu) {
    var box = window.box(window.cpu(cpu));
    return window.onScreen(box.getCenterX(), box.getCenterY());
  }
}
