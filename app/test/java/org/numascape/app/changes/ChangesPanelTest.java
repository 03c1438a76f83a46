package org.numascape.app.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.theme.Theme;
import org.numascape.design.Edit;
import org.numascape.design.PoolPlan;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ChangesPanelTest {
  private SampleStore sample;
  private ChangesPanel panel;

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    panel = new ChangesPanel(sample.store());
    var scene = new Scene(new StackPane(panel), 1200, 400);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void anUnchangedDesignSaysSo(FxRobot robot) {
    SampleStore.until(() -> panel.title().getValue().equals("Changes"));

    assertThat(robot.lookup(".empty-note .label").queryAs(Label.class).getText())
        .startsWith("Nothing is changed");
  }

  @Test
  void aChangedGuestIsToldInWordsAndAsXml(FxRobot robot) {
    pinEmulator(robot);

    assertThat(words(robot)).containsExactly("emulator threads → CPUs 0-1,32-33");
    assertThat(labels(robot, ".diff-added .diff-text"))
        .containsExactly("    <emulatorpin cpuset='0-1,32-33'/>");
    assertThat(labels(robot, ".diff-added .diff-sign")).containsExactly("+");
  }

  @Test
  void revertingAGuestSetsItBackToWhatWasReadAndCanBeUndone(FxRobot robot) {
    pinEmulator(robot);

    robot.clickOn("Revert");

    assertThat(sample.guest("db-server").changed()).isFalse();
    SampleStore.until(() -> panel.title().getValue().equals("Changes"));

    robot.interact(sample.store()::undo);

    SampleStore.until(() -> panel.title().getValue().equals("Changes 1"));
  }

  @Test
  void aPlannedPoolIsAChangeOfTheHostThatCanBeReverted(FxRobot robot) {
    robot.interact(
        () -> sample.store().apply(new Edit.PlanPool(new PoolPlan(2, PageSize.TWO_MIB, 16_384))));
    SampleStore.until(() -> panel.title().getValue().equals("Changes 1"));
    assertThat(words(robot)).containsExactly("node 2: 16,384 pages of 2 MiB");

    robot.clickOn("Revert");

    assertThat(sample.store().design().pools()).isEmpty();
  }

  private void pinEmulator(FxRobot robot) {
    var pin = new Edit.PinEmulator(sample.id("db-server"), Optional.of(CpuSet.parse("0-1,32-33")));
    robot.interact(() -> sample.store().apply(pin));
    SampleStore.until(() -> panel.title().getValue().equals("Changes 1"));
  }

  private static List<String> words(FxRobot robot) {
    ListView<?> list = robot.lookup("#changes").queryListView();
    return list.getItems().stream().flatMap(item -> ((Entry) item).words().stream()).toList();
  }

  private static List<String> labels(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAllAs(Label.class).stream().map(Label::getText).toList();
  }
}
