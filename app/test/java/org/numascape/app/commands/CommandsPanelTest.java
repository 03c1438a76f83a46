package org.numascape.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.theme.Theme;
import org.numascape.design.Edit;
import org.numascape.format.virsh.Line;
import org.numascape.format.virsh.VirshCommands;
import org.numascape.topology.CpuSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class CommandsPanelTest {
  private SampleStore sample;

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    var scene = new Scene(new StackPane(new CommandsPanel(sample.store())), 900, 300);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void anEditShowsTheCommandThatDoesTheSame(FxRobot robot) {
    assertThat(lines(robot)).isEmpty();

    pin(robot);

    assertThat(lines(robot)).contains("virsh emulatorpin db-server 0-1 --config --live");
  }

  @Test
  void copyTakesTheWholeScript(FxRobot robot) {
    pin(robot);

    robot.clickOn("#copy-commands");

    var copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).isEqualTo(VirshCommands.of(sample.store().design()).text());
  }

  private void pin(FxRobot robot) {
    var edit = new Edit.PinEmulator(sample.id("db-server"), Optional.of(CpuSet.parse("0-1")));
    robot.interact(() -> sample.store().apply(edit));
    SampleStore.until(
        () -> !lines(robot).isEmpty() && !robot.lookup("#copy-commands").query().isDisabled());
  }

  private static List<String> lines(FxRobot robot) {
    return robot.lookup("#commands").queryListView().getItems().stream()
        .map(line -> ((Line) line).text())
        .toList();
  }
}
