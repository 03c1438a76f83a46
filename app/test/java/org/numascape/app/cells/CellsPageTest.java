package org.numascape.app.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.settings.Choice;
import org.numascape.app.store.DesignStore;
import org.numascape.app.theme.GuestColours;
import org.numascape.app.theme.Theme;
import org.numascape.design.CellEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Interconnect;
import org.numascape.topology.CpuSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Editing the cells of `large-vm`: vCPUs 0-7 and 8-15, 32 GiB each, on nodes 2 and 3.
@ExtendWith(ApplicationExtension.class)
final class CellsPageTest {

  private DesignStore store;
  private DomainId guest;

  @Start
  void start(Stage stage) {
    store = SampleStore.described();
    guest =
        store.design().guests().stream()
            .filter(one -> one.name().equals("large-vm"))
            .findFirst()
            .orElseThrow()
            .id();
    var frame = new BorderPane(new CellsPage(store, guest).view());
    frame.getStyleClass().add("settings-window");
    frame.setStyle(GuestColours.style(2, false));
    var scene = new Scene(frame, 860, 940);
    Theme.use(false);
    Theme.dress(scene);
    stage.setX(0);
    stage.setY(0);
    stage.setScene(scene);
    stage.show();
  }

  private Domain domain() {
    return store.design().guest(guest).orElseThrow().wanted();
  }

  private List<CpuSet> vcpus() {
    return domain().cells().stream().map(GuestCell::vcpus).toList();
  }

  private static List<CpuSet> sets(String... sets) {
    return List.of(sets).stream()
        .map(set -> set.isEmpty() ? CpuSet.EMPTY : CpuSet.parse(set))
        .toList();
  }

  private static void fire(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
  }

  private static void choose(FxRobot robot, String menu, String item) {
    robot.interact(() ->
        robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
            .filter(one -> item.equals(one.getId()))
            .findFirst()
            .orElseThrow()
            .fire());
  }

  private static void type(FxRobot robot, String id, String text) {
    robot.interact(() -> {
      var field = robot.lookup(id).queryAs(TextField.class);
      field.requestFocus();
      field.setText(text);
      field.fireEvent(new javafx.event.ActionEvent());
    });
  }

  private static String mistake(FxRobot robot, String id) {
    return robot.lookup(id + "-mistake").queryAs(Label.class).getText();
  }

  @SuppressWarnings("unchecked")
  private static <T> void pick(FxRobot robot, String id, T value) {
    robot.interact(() -> {
      var box = (ComboBox<Choice<T>>) robot.lookup(id).queryAs(ComboBox.class);
      box.setValue(
          box.getItems().stream()
              .filter(one -> one.value().equals(value))
              .findFirst()
              .orElseThrow());
    });
  }

  /// Presses and moves far enough for a drag. Only on a screen: JavaFX without one hands the moves
  /// of a pressed button to whatever is below the pointer, not to where the press was.
  private static void pickUp(FxRobot robot) {
    robot.moveTo("#cell-vcpu-7");
    robot.press(MouseButton.PRIMARY);
    robot.moveBy(6, 0);
    robot.moveBy(6, 4);
  }

  @Test
  @Tag("display")
  void aVcpuIsDraggedToAnotherCellAndThePictureShowsItBeforeTheRelease(FxRobot robot) {
    pickUp(robot);
    robot.moveTo("#cell-1");
    WaitForAsyncUtils.waitForFxEvents();
    var previewed = store.preview().get();
    String said = robot.lookup("#cells-pill").queryAs(Label.class).getText();

    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(previewed).contains(new CellEdit.MoveVcpus(guest, CpuSet.of(7), 1));
    assertThat(said).isEqualTo("Release to move vCPU 7 to cell 1");
    assertThat(vcpus()).isEqualTo(sets("0-6", "7-15"));
    assertThat(store.preview().get()).isEmpty();
  }

  @Test
  @Tag("display")
  void aDragThatEndsNowhereOrIsGivenUpChangesNothing(FxRobot robot) {
    pickUp(robot);
    robot.moveTo("#cell-1");
    robot.moveTo("#cells-follow");
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    pickUp(robot);
    robot.moveTo("#cell-1");
    robot.push(KeyCode.ESCAPE);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(vcpus()).isEqualTo(sets("0-7", "8-15"));
    assertThat(store.preview().get()).isEmpty();
  }

  @Test
  void whatIsSelectedMovesWithCtrlAndAnArrowAndKeepsTheFocus(FxRobot robot) {
    robot.clickOn("#cell-vcpu-6");
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(store.selection().get())
        .containsExactly(new Item.Vcpu(guest, 6), new Item.Vcpu(guest, 7));

    robot.push(KeyCode.CONTROL, KeyCode.RIGHT);

    assertThat(vcpus()).isEqualTo(sets("0-5", "6-15"));
    Node owner = robot.lookup("#cell-vcpu-7").<Node>query().getScene().getFocusOwner();
    assertThat(owner.getId()).isEqualTo("cell-vcpu-7");
  }

  @Test
  void cellsAreSplitMergedMadeAlikeAndRemovedAndAllOfThatIsUndone(FxRobot robot) {
    choose(robot, "#cell-1-split", "cell-1-split-2");
    assertThat(vcpus()).isEqualTo(sets("0-7", "8-11", "12-15"));
    choose(robot, "#cell-0-merge", "cell-0-merge-1");
    assertThat(vcpus()).isEqualTo(sets("0-11", "12-15"));
    fire(robot, "#cells-equalise");
    assertThat(vcpus()).isEqualTo(sets("0-7", "8-15"));
    fire(robot, "#cells-add");
    assertThat(vcpus()).isEqualTo(sets("0-7", "8-15", ""));
    fire(robot, "#cell-1-remove");
    assertThat(vcpus()).isEqualTo(sets("0-15", ""));

    for (int step = 0; step < 5; step++) {
      robot.interact(store::undo);
    }

    assertThat(store.design().guest(guest).orElseThrow().changed()).isFalse();
    assertThat(robot.lookup(".cell-box").queryAll()).hasSize(2);
  }

  @Test
  void memoryIsTypedWithItsUnitAndWhatIsNoAmountIsExplained(FxRobot robot) {
    type(robot, "#cell-0-memory", "lots");
    assertThat(mistake(robot, "#cell-0-memory"))
        .isEqualTo("write an amount with its unit: 512 MiB, 8 GiB");
    assertThat(domain().cells().getFirst().memoryKib()).isEqualTo(32L << 20);

    type(robot, "#cell-0-memory", "48.5 GB");

    assertThat(domain().cells().getFirst().memoryKib()).isEqualTo(97L << 19);
    assertThat(mistake(robot, "#cell-0-memory")).isEmpty();
  }

  @Test
  void vcpusOfACellAreTypedAndTheOthersGiveThemUp(FxRobot robot) {
    type(robot, "#cell-1-vcpus", "4-15");
    assertThat(vcpus()).isEqualTo(sets("0-3", "4-15"));

    type(robot, "#cell-1-vcpus", "4-16");

    assertThat(mistake(robot, "#cell-1-vcpus")).contains("not 16");
    assertThat(vcpus()).isEqualTo(sets("0-3", "4-15"));
  }

  @Test
  void aCellWithoutVcpusBeforeOthersIsWarnedOfInPlace(FxRobot robot) {
    type(robot, "#cell-1-vcpus", "0-15");

    assertThat(vcpus()).isEqualTo(sets("", "0-15"));
    assertThat(robot.lookup("#settings-problem-N-35").tryQuery()).isPresent();
  }

  @Test
  void accessAndDiscardAreChosenForACell(FxRobot robot) {
    pick(robot, "#cell-0-discard", java.util.Optional.of(true));

    assertThat(domain().cells().getFirst().discard()).contains(true);
    assertThat(domain().cells().getLast().discard()).isEmpty();
  }

  @Test
  void aDistanceHoldsBothWaysUnlessSaidOtherwise(FxRobot robot) {
    type(robot, "#distance-0-1", "21");
    assertThat(domain().cells().getLast().distances()).containsEntry(0, 21);
    robot.interact(() ->
        robot
            .lookup("#distances-symmetric")
            .queryAs(javafx.scene.control.CheckBox.class)
            .setSelected(false));
    type(robot, "#distance-0-1", "5");
    assertThat(mistake(robot, "#distance-0-1")).isEqualTo("11 to 255");

    type(robot, "#distance-0-1", "31");

    assertThat(domain().cells().getFirst().distances()).isEqualTo(Map.of(0, 10, 1, 31));
    assertThat(domain().cells().getLast().distances()).containsEntry(0, 21);
  }

  @Test
  void theHostsDistancesAreTakenOver(FxRobot robot) {
    int told = store.design().host().distances().between(2, 3).orElseThrow();

    fire(robot, "#distances-host");

    assertThat(domain().cells().getFirst().distances()).isEqualTo(Map.of(0, 10, 1, told));
    fire(robot, "#distances-none");
    assertThat(domain().cells().getFirst().distances()).isEmpty();
  }

  @Test
  void aCacheWantsALatencyAndALinkIsToldInOneDirectionOnly(FxRobot robot) {
    fire(robot, "#cell-cache-add");
    assertThat(domain().cells().getFirst().caches()).hasSize(1);
    assertThat(robot.lookup("#caches-without-latency").queryAs(Label.class).getText())
        .contains("cell 0");
    type(robot, "#cell-cache-0-size", "512 MiB");
    assertThat(domain().cells().getFirst().caches().getFirst().sizeKib()).isEqualTo(512L << 10);

    fire(robot, "#cell-link-add");
    fire(robot, "#cell-link-add");
    assertThat(robot.lookup("#caches-without-latency").queryAs(Label.class).getText()).isEmpty();
    type(robot, "#cell-link-1-value", "140 ns");
    fire(robot, "#cell-link-add");
    pick(robot, "#cell-link-2-to", 0);

    assertThat(robot.lookup("#links-refusal").queryAs(Label.class).getText())
        .contains("libvirt refuses it");
    assertThat(domain().cpu().interconnects())
        .extracting(Interconnect::initiator, Interconnect::target, Interconnect::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 0, 100L),
            org.assertj.core.groups.Tuple.tuple(0, 1, 140L),
            org.assertj.core.groups.Tuple.tuple(1, 1, 100L));
    pick(robot, "#cell-link-0-cache", OptionalInt.of(2));
    assertThat(robot.lookup("#links-refusal").queryAs(Label.class).getText())
        .contains("no memory-side cache of level 2");
  }

  @Test
  void aGuestThatFloatsHasNoHostToFollowAndIsToldWhy(FxRobot robot) {
    robot.interact(() -> store.apply(new Edit.UnpinVcpus(guest, CpuSet.of(3))));

    fire(robot, "#cells-follow");

    assertThat(robot.lookup("#cells-refusal").queryAs(Label.class).getText())
        .contains("vCPU 3 is not pinned");
    robot.interact(store::undo);
    robot.interact(() -> store.apply(new CellEdit.SetCells(guest, List.of())));
    assertThat(robot.lookup(".cell-box").queryAll()).hasSize(1);
    fire(robot, "#cells-follow");
    assertThat(vcpus()).isEqualTo(sets("0-7", "8-15"));
  }
}
