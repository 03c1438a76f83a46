package org.numascape.app.distances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class LatencyDialogTest {

  private SampleStore sample;

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    Theme.use(false);
    var clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    var panel = new DistancesPanel(sample.store(), new ViewState(), clock);
    var scene = new Scene(new StackPane(panel), 900, 700);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.setWidth(900);
    stage.setHeight(700);
    stage.show();
  }

  @Test
  void aPastedTableIsTakenOverWithItsOriginAndTakenBack(FxRobot robot) {
    robot.clickOn("#measured-latencies");
    assertThat(robot.lookup("#latency-take").query().isDisabled()).isTrue();
    type(robot, "node,0,1,2,3\n0,80,90,150,152\n1,90,80,150,150\n");
    assertThat(told(robot))
        .contains("8 pairs of nodes, 80 to 152 ns")
        .contains("8 pairs are not measured");
    robot.clickOn("#latency-take");

    var measured = sample.store().design().costs().measured().orElseThrow();
    assertThat(measured.provenance()).isEqualTo("table, pasted text, 2026-11-21");
    assertThat(sample.store().analysis().get().latency().ns(0, 3)).isEqualTo(152);

    robot.clickOn("#measured-latencies");
    robot.clickOn("#latency-drop");
    assertThat(sample.store().design().costs().measured()).isEqualTo(Optional.empty());
    robot.interact(sample.store()::undo);
    assertThat(sample.store().design().costs().measured()).isPresent();
  }

  @Test
  void bandwidthsTakenOverLeaveTheLatenciesAsTheyAre(FxRobot robot) {
    robot.clickOn("#measured-latencies");
    type(robot, "node,0,1\n0,80,150\n1,150,80\n");
    robot.clickOn("#latency-take");

    robot.clickOn("#measured-latencies");
    type(robot, "GB/s,0,1\n0,111,51\n1,51,112\n");
    assertThat(told(robot)).isEqualTo("table: bandwidths of 4 pairs of nodes, 51 to 112 GB/s.");
    robot.clickOn("#latency-take");

    var costs = sample.store().design().costs();
    assertThat(costs.bandwidths().orElseThrow().mbs(0, 1)).hasValue(51_000);
    assertThat(costs.measured().orElseThrow().ns(0, 1)).hasValue(150);
    assertThat(Tables.of(sample.store().design()))
        .extracting(Table::name)
        .contains("Measured bandwidth (MB/s)");
  }

  @Test
  void whatCannotBeMeantIsSaidBeforeItIsTaken(FxRobot robot) {
    robot.clickOn("#measured-latencies");

    type(robot, "node,0\n0,fast\n");
    assertThat(told(robot)).isEqualTo("pasted text, line 2: \"fast\" is no time in ns.");
    assertThat(robot.lookup("#latency-take").query().isDisabled()).isTrue();

    type(robot, "node,0,1\n0,150,80\n1,80,150\n");
    assertThat(told(robot)).contains("other memory answers sooner than its own");

    type(robot, "node,8\n8,80\n");
    assertThat(told(robot)).contains("This host has no node 8");
    assertThat(robot.lookup("#latency-take").query().isDisabled()).isTrue();
    robot.clickOn("Cancel");
  }

  private static void type(FxRobot robot, String text) {
    robot.interact(() -> robot.lookup("#latency-text").queryAs(TextArea.class).setText(text));
  }

  private static String told(FxRobot robot) {
    return robot.lookup("#latency-told").queryAs(Label.class).getText();
  }
}
