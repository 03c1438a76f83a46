package org.numascape.app.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.store.DesignStore;
import org.numascape.app.theme.Theme;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadScheduler;
import org.numascape.placement.Preset;
import org.numascape.topology.CpuSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class PresetsTest {

  private DesignStore store;
  private Presets presets;

  @Start
  void start(Stage stage) {
    store = SampleStore.described();
    presets = new Presets(stage, store);
    var scene = new Scene(new StackPane(), 960, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aPresetIsSeenInThePictureBeforeItIsDoneAndCancelLeavesNoTrace(FxRobot robot) {
    var before = store.design();

    choose(guest("build-ci").id(), Preset.DEDICATED);

    assertThat(store.preview().get()).isPresent();
    assertThat(store.shown().get().design()).isNotEqualTo(before);
    assertThat(words(robot)).contains("Problems it would solve");
    press(robot, "Cancel");
    assertThat(store.preview().get()).isEmpty();
    assertThat(store.design()).isEqualTo(before);
  }

  @Test
  void realTimeOnANodeIsOneStepOfUndo(FxRobot robot) {
    choose(guest("build-ci").id(), Preset.DEDICATED);
    select(robot, Preset.REAL_TIME);
    room(robot, "node 3");
    assertThat(words(robot))
        .contains("Run vCPUs 0-5 of build-ci as fifo:1", "Take the balloon of build-ci");

    press(robot, "Apply");

    var build = guest("build-ci").wanted();
    assertThat(build.cpuTune().vcpuSchedulers())
        .containsExactly(new ThreadScheduler(CpuSet.range(0, 5), Scheduling.fifo(1)));
    assertThat(build.vcpuPins().values())
        .allMatch(cpus -> store.design().host().cpusOf(3).containsAll(cpus));
    assertThat(store.history().get().undoLabel()).contains("Real time for build-ci");
    robot.interact(store::undo);
    assertThat(guest("build-ci").changed()).isFalse();
  }

  @Test
  void whatCannotBeSaysWhyAndCannotBeApplied(FxRobot robot) {
    robot.interact(() ->
        store.apply(
            new org.numascape.design.Edit.UnpinVcpus(guest("db-server").id(), CpuSet.of(2))));

    choose(guest("db-server").id(), Preset.FOLLOW_HOST);

    assertThat(words(robot)).contains("vCPU 2 is not pinned, so it has no node to follow");
    assertThat(button(robot, "Apply").isDisabled()).isTrue();
    press(robot, "Cancel");
  }

  @Test
  void theSelectedNodeIsWhereItBegins(FxRobot robot) {
    var node = store.design().host().node(2).orElseThrow();
    robot.interact(() ->
        store.select(
            List.of(new Item.WholeGuest(guest("rt-app").id()), new Item.OnHost(node.id()))));

    Platform.runLater(presets::choose);
    WaitForAsyncUtils.waitForFxEvents();

    ComboBox<?> rooms = robot.lookup("#preset-room").queryAs(ComboBox.class);
    assertThat(rooms.getValue()).hasToString("node 2 · 16 CPUs");
    press(robot, "Cancel");
  }

  private void choose(DomainId guest, Preset preset) {
    Platform.runLater(() -> presets.choose(guest, preset));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Guest guest(String name) {
    return store.design().guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void select(FxRobot robot, Preset preset) {
    ListView<Preset> list = robot.lookup("#presets").queryListView();
    robot.interact(() -> list.getSelectionModel().select(preset));
  }

  private static void room(FxRobot robot, String words) {
    ComboBox<?> rooms = robot.lookup("#preset-room").queryAs(ComboBox.class);
    var names = rooms.getItems().stream().map(Object::toString).toList();
    int at = names.indexOf(names.stream().filter(one -> one.startsWith(words)).findFirst().get());
    robot.interact(() -> rooms.getSelectionModel().select(at));
  }

  /// Every word of what would come of it.
  private static List<String> words(FxRobot robot) {
    return robot
        .from(robot.lookup("#preset-forecast").<Node>query())
        .lookup(".label")
        .<Label>queryAll()
        .stream()
        .map(Label::getText)
        .toList();
  }

  private static Button button(FxRobot robot, String text) {
    return robot.lookup("#preset-" + text.toLowerCase(java.util.Locale.ROOT)).queryButton();
  }

  private static void press(FxRobot robot, String text) {
    var button = button(robot, text);
    robot.interact(button::fire);
  }
}
