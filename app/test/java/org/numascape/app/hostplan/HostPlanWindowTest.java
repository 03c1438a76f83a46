package org.numascape.app.hostplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.theme.Theme;
import org.numascape.design.DesignEdit;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.design.PoolPlan;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class HostPlanWindowTest {
  private SampleStore sample;
  private HostPlanWorkflow plan;

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    plan = new HostPlanWorkflow(stage, sample.store());
    var scene = new Scene(new StackPane(), 1300, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    plan.show();
  }

  @Test
  void softwareIsGivenCpusMemoryAndPagesOfItsOwn(FxRobot robot) {
    robot.clickOn("#add-lane");
    type(robot, "#lane-cpus", "28-29,60-61");
    type(robot, "#lane-memory-3", "4 GiB");
    type(robot, "#lane-pages-3-2048", "1,024");

    assertThat(sample.store().design().lane("SPDK"))
        .contains(
            new Lane(
                "SPDK",
                LaneKind.SPDK,
                CpuSet.parse("28-29,60-61"),
                Map.of(3, 4 * 1_048_576L),
                List.of(new Lane.Pages(3, PageSize.TWO_MIB, 1_024))));
    assertThat(sample.store().history().get().length()).as("each an edit of its own").isEqualTo(3);

    robot.interact(sample.store()::undo);

    assertThat(sample.store().design().keptPages(3, PageSize.TWO_MIB)).isZero();
    assertThat(input(robot, "#lane-pages-3-2048").getText()).isEmpty();
  }

  @Test
  void twoLanesCannotHaveOneCpu(FxRobot robot) {
    robot.clickOn("#add-lane");
    type(robot, "#lane-cpus", "0,28");

    assertThat(robot.lookup("#lane-cpus-mistake").queryAs(Label.class).getText())
        .isEqualTo("CPU 0 is kept for the host");
    assertThat(sample.store().design().lane("SPDK")).isEmpty();
  }

  @Test
  void whoIsPinnedToALanesCpusIsTold(FxRobot robot) {
    robot.interact(() -> plan.give(CpuSet.of(2)));

    assertThat(robot.lookup("#lane-occupants").queryAs(Label.class).getText())
        .contains("db-server");
  }

  @Test
  void aLaneIsRenamedInOneStepAndRemovedByKey(FxRobot robot) {
    robot.interact(() -> plan.give(CpuSet.of(28)));
    type(robot, "#lane-name", "Ceph OSDs");

    assertThat(sample.store().design().lanes())
        .extracting(Lane::name)
        .containsExactly("host", "Ceph OSDs");
    assertThat(sample.store().history().get().undoLabel()).contains("Rename SPDK to Ceph OSDs");

    robot.interact(() -> robot.lookup("#lanes").queryListView().requestFocus());
    robot.type(KeyCode.DELETE);

    assertThat(sample.store().design().lane("Ceph OSDs")).isEmpty();
  }

  @Test
  void poolsGrowToWhatIsNeededInOneStepAndSayWhenPagesAreToBeHad(FxRobot robot) {
    tab(robot, 1);

    robot.clickOn("#grow-pools");

    assertThat(sample.store().design().pools())
        .containsExactly(new PoolPlan(2, PageSize.TWO_MIB, 16_384));
    assertThat(robot.lookup("#moment-2-2048").queryAs(Label.class).getText()).isNotEmpty();
    Node grow = robot.lookup("#grow-pools").query();
    assertThat(grow.isDisabled()).isTrue();
    assertThat(input(robot, "#pool-ways-commands").getText())
        .contains(
            "echo 16384 > /sys/devices/system/node/node2/hugepages/hugepages-2048kB/nr_hugepages");
    assertThat(input(robot, "#pool-ways-undo").getText()).contains("echo 12288 > ");
  }

  @Test
  void whatALaneTakesIsPartOfWhatAPoolNeeds(FxRobot robot) {
    var lane =
        new Lane(
            "SPDK",
            LaneKind.SPDK,
            CpuSet.EMPTY,
            Map.of(),
            List.of(new Lane.Pages(3, PageSize.TWO_MIB, 1_024)));
    robot.interact(() -> sample.store().apply(new DesignEdit.KeepLane(lane)));
    tab(robot, 1);

    robot.clickOn("#grow-pools");

    assertThat(sample.store().design().pools()).contains(new PoolPlan(3, PageSize.TWO_MIB, 17_408));
    assertThat(sample.store().history().get().undoLabel())
        .contains("Grow 2 pools to what is needed");
  }

  @Test
  void cpusAreIsolatedAsTextAndLeftToTheHostAgain(FxRobot robot) {
    tab(robot, 2);
    type(robot, "#isolated", "9-12,41-44");

    assertThat(sample.store().design().isolated()).contains(CpuSet.parse("9-12,41-44"));

    robot.clickOn("#plan-isolation");

    assertThat(sample.store().design().isolated()).isEqualTo(Optional.empty());

    type(robot, "#isolated", "0-63");

    assertThat(robot.lookup("#isolated-mistake").queryAs(Label.class).getText())
        .isEqualTo("This leaves no CPU for the host's own work");
  }

  private static void type(FxRobot robot, String field, String text) {
    robot.interact(() -> {
      input(robot, field).requestFocus();
      input(robot, field).setText(text);
    });
    robot.type(KeyCode.ENTER);
  }

  private static TextInputControl input(FxRobot robot, String id) {
    return robot.lookup(id).queryTextInputControl();
  }

  private static void tab(FxRobot robot, int at) {
    TabPane tabs = robot.lookup("#host-plan").queryAs(TabPane.class);
    robot.interact(() -> tabs.getSelectionModel().select(at));
  }
}
