package org.numascape.app.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;
import org.numascape.design.Edit;
import org.numascape.design.Snapshot;
import org.numascape.topology.CpuSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class HistoryPanelTest {
  private SampleStore sample;
  private HistoryPanel panel;

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    panel =
        new HistoryPanel(
            sample.store(), new VersionsWorkflow(stage, sample.store(), new Background()));
    var scene = new Scene(new StackPane(panel), 1200, 400);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void everyStepIsListedWithWhatItChangedAndThePresentOneMarked(FxRobot robot) {
    pin(robot, 6);

    assertThat(steps(robot))
        .extracting(StepRow::label)
        .containsExactly("Opened “kvm-07”", "Pin vCPU 0 of db-server to CPU 6");
    assertThat(steps(robot))
        .extracting(StepRow::when)
        .containsExactly(StepRow.When.PAST, StepRow.When.PRESENT);
    assertThat(changes(robot)).containsExactly("db-server", "vCPU 0: CPU 2 → CPU 6");
    assertThat(panel.title().getValue()).isEqualTo("History 1");
  }

  @Test
  void aClickJumpsToAStateAndBackAndNoStepIsLost(FxRobot robot) {
    pin(robot, 6);
    pin(robot, 7);
    var last = sample.store().history().get();

    robot.clickOn(step(robot, "Opened “kvm-07”"));

    assertThat(sample.store().history().get().position()).isZero();
    assertThat(steps(robot))
        .extracting(StepRow::when)
        .containsExactly(StepRow.When.PRESENT, StepRow.When.UNDONE, StepRow.When.UNDONE);

    robot.clickOn(step(robot, "Pin vCPU 0 of db-server to CPU 7"));

    assertThat(sample.store().history().get()).isEqualTo(last);
  }

  @Test
  void arrowsLookAtAStepAndEnterJumpsThere(FxRobot robot) {
    pin(robot, 6);
    pin(robot, 7);
    robot.interact(panel::begin);

    robot.type(KeyCode.UP);

    assertThat(sample.store().history().get().position()).isEqualTo(2);
    assertThat(changes(robot)).contains("vCPU 0: CPU 2 → CPU 6");

    robot.type(KeyCode.ENTER);

    assertThat(sample.store().history().get().position()).isEqualTo(1);
    assertThat(sample.store().history().get().length()).isEqualTo(2);
  }

  @Test
  void aSnapshotIsTakenUnderANameThatNoOtherHas(FxRobot robot) {
    robot.clickOn("#take-snapshot");
    name(robot, "as it was");
    robot.clickOn("#snapshot-ok");

    assertThat(sample.store().design().snapshots())
        .extracting(Snapshot::name)
        .containsExactly("as it was");
    assertThat(sample.store().unsaved().get()).isTrue();

    robot.clickOn("#take-snapshot");
    name(robot, "as it was");

    Node ok = robot.lookup("#snapshot-ok").query();
    assertThat(ok.isDisabled()).isTrue();
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void aSnapshotIsRestoredByEnterAndTheRestoringUndone(FxRobot robot) {
    robot.interact(() -> sample.store().keep("before"));
    pin(robot, 6);
    robot.interact(() -> robot.lookup("#snapshots").queryListView().requestFocus());
    robot.interact(() -> robot.lookup("#snapshots").queryListView().getSelectionModel().select(0));
    assertThat(changes(robot)).containsExactly("db-server", "vCPU 0: CPU 6 → CPU 2");

    robot.type(KeyCode.ENTER);

    assertThat(pin()).isEqualTo(CpuSet.of(2));

    robot.interact(sample.store()::undo);

    assertThat(pin()).isEqualTo(CpuSet.of(6));
  }

  @Test
  void aSnapshotIsDeletedByKeyAndTheDeletingUndone(FxRobot robot) {
    robot.interact(() -> sample.store().keep("before"));
    robot.interact(() -> robot.lookup("#snapshots").queryListView().requestFocus());
    robot.interact(() -> robot.lookup("#snapshots").queryListView().getSelectionModel().select(0));

    robot.type(KeyCode.DELETE);

    assertThat(sample.store().design().snapshots()).isEmpty();
    assertThat(changes(robot)).containsExactly("snapshot “before” is gone");

    robot.interact(sample.store()::undo);

    assertThat(sample.store().design().snapshots()).hasSize(1);
  }

  private static void name(FxRobot robot, String name) {
    robot.interact(() -> robot.lookup("#snapshot-name").queryTextInputControl().setText(name));
  }

  private void pin(FxRobot robot, int cpu) {
    var edit = new Edit.PinVcpus(sample.id("db-server"), Map.of(0, CpuSet.of(cpu)));
    robot.interact(() -> sample.store().apply(edit));
  }

  private CpuSet pin() {
    return sample.guest("db-server").wanted().vcpuPins().getOrDefault(0, CpuSet.EMPTY);
  }

  private static Node step(FxRobot robot, String label) {
    return robot
        .lookup(node ->
            node instanceof StepCell cell
                && cell.getItem() != null
                && cell.getItem().label().equals(label))
        .query();
  }

  private static List<StepRow> steps(FxRobot robot) {
    ListView<StepRow> list = robot.lookup("#history").queryListView();
    return List.copyOf(list.getItems());
  }

  private static List<String> changes(FxRobot robot) {
    ListView<ChangeRow> list = robot.lookup("#step-changes").queryListView();
    return list.getItems().stream().map(ChangeRow::words).toList();
  }
}
