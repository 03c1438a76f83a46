package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.Design;
import org.numascape.design.Item;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Placing guests in the picture, by pointer and by keyboard.
@ExtendWith(ApplicationExtension.class)
final class PlacingTest {

  @TempDir private static Path home;
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = OpenWindow.demonstration(stage, home);
  }

  @BeforeEach
  void open() {
    window.ready();
    window.hidePanels();
  }

  private Item.Vcpu build(int vcpu) {
    return new Item.Vcpu(window.guest("build-ci"), vcpu);
  }

  @Test
  void aPlacedVcpuDraggedOntoAFreeCpuIsPinnedThereAndUndoTakesItBack(FxRobot robot) {
    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).dropTo(window.middle(window.cpu(6)));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(window.pins(build(0))).containsExactly(6);

    window.type(KeyCode.SHORTCUT, KeyCode.Z);

    assertThat(window.pins(build(0))).containsExactly(13);
  }

  @Test
  void whileDraggingThePillSaysWhatAReleaseWouldDoAndNothingHasChangedYet(FxRobot robot) {
    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).moveTo(window.middle(window.cpu(6)));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(window.shows("#drop-pill")).isTrue();
    assertThat(robot.lookup("#drop-pill").query().getAccessibleText()).contains("node 2");
    assertThat(window.store().preview().get()).isPresent();
    assertThat(window.pins(build(0))).containsExactly(13);

    window.type(KeyCode.ESCAPE);
    robot.drop();

    assertThat(window.store().preview().get()).isEmpty();
    assertThat(window.pins(build(0))).containsExactly(13);
  }

  @Test
  void ctrlPressedOverARestingPointerTakesTheCellAlong(FxRobot robot) {
    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).moveTo(window.middle(window.cpu(6)));
    WaitForAsyncUtils.waitForFxEvents();
    var without = window.store().preview().get();

    robot.press(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    var with = window.store().preview().get();
    robot.release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(with).isPresent().isNotEqualTo(without);
    assertThat(window.store().preview().get()).isEqualTo(without);
    robot.drop();
  }

  @Test
  void aPlacedVcpuDraggedBackToThePanelIsUnpinned(FxRobot robot) {
    window.type(KeyCode.F9);
    window.flyTo(OpenWindow.node(1));

    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).dropTo("#guest-list");
    OpenWindow.until(() -> window.store().preview().get().isEmpty());

    assertThat(window.pins(build(0))).isEmpty();
  }

  @Test
  void aDropOutsideThePictureChangesNothing(FxRobot robot) {
    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).dropTo("#review");
    OpenWindow.until(() -> window.store().preview().get().isEmpty());

    assertThat(window.pins(build(0))).containsExactly(13);
    assertThat(window.store().history().get().past()).isEmpty();
  }

  @Test
  void aRubberBandSelectsTheVcpusInsideIt(FxRobot robot) {
    var first = window.box(build(0));
    var last = window.box(build(5));

    robot
        .drag(window.onScreen(first.getMinX() - 5, first.getMinY() - 5), MouseButton.PRIMARY)
        .dropTo(window.onScreen(last.getMaxX() + 5, last.getMaxY() + 5));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(window.store().selection().get())
        .isEqualTo(Set.of(build(0), build(1), build(2), build(3), build(4), build(5)));
  }

  @Test
  void theKeyboardCarriesTheSelectionToTheNextCpuAndEnterDrops(FxRobot robot) {
    robot.clickOn(window.middle(build(0)));

    window.type(KeyCode.P);
    window.type(KeyCode.LEFT);
    window.type(KeyCode.DOWN);

    assertThat(window.store().preview().get()).isPresent();
    assertThat(window.pins(build(0))).containsExactly(13);

    window.type(KeyCode.ENTER);

    assertThat(window.pins(build(0))).containsExactly(44);
  }

  @Test
  void escapePutsBackWhatTheKeyboardCarries(FxRobot robot) {
    robot.clickOn(window.middle(build(0)));
    window.type(KeyCode.P);
    window.type(KeyCode.LEFT);

    window.type(KeyCode.ESCAPE);

    assertThat(window.store().preview().get()).isEmpty();
    assertThat(window.pins(build(0))).containsExactly(13);
  }

  @Test
  void whatTheKeyboardCarriesIsToldBesideTheTargetAndToScreenReaders(FxRobot robot) {
    robot.clickOn(window.middle(build(0)));

    window.type(KeyCode.P);
    window.type(KeyCode.LEFT);

    var pill = robot.lookup("#drop-pill").<Node>query();
    var target = window.box(window.cpu(12));
    assertThat(pill.localToScene(pill.getLayoutBounds()).intersects(target)).isFalse();
    assertThat(window.canvas().queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .asString()
        .contains("CPU P#12")
        .contains("shared with rt-app");
  }

  @Test
  void arrowsWalkTheBoxesAndEnterSelectsWhatSitsThere(FxRobot robot) {
    robot.clickOn(window.middle(window.cpu(6)));

    window.type(KeyCode.LEFT);

    assertThat(window.store().selection().get()).isEqualTo(Set.of(window.cpu(5)));

    window.type(KeyCode.ENTER);

    assertThat(window.store().selection().get())
        .isEqualTo(Set.of(new Item.Vcpu(window.guest("db-server"), 6)));
  }

  @Test
  void shiftOverARestingPointerOffersOneNodeMoreForACell(FxRobot robot) {
    var cell = new Item.Cell(window.guest("db-server"), 0);
    robot.drag(window.middle(cell), MouseButton.PRIMARY).moveTo(window.middle(OpenWindow.node(1)));
    WaitForAsyncUtils.waitForFxEvents();

    robot.press(KeyCode.SHIFT);
    WaitForAsyncUtils.waitForFxEvents();
    var offered = window.store().preview().get().orElseThrow();
    robot.release(KeyCode.SHIFT);
    robot.drop();

    assertThat(nodes(offered.applyTo(window.store().design()), "db-server")).containsExactly(0, 1);
  }

  private List<Integer> nodes(Design design, String name) {
    var guest = design.guest(window.guest(name)).orElseThrow();
    return guest.wanted().numaTune().bindingOf(0).orElseThrow().nodes().stream().boxed().toList();
  }

  /// Only a real window system puts modifier keys into events of the mouse.
  @Test
  @Tag("display")
  void onAScreenCtrlTakesTheCellAlong(FxRobot robot) {
    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).moveTo(window.middle(window.cpu(6)));
    robot.press(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();

    robot.drop().release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(nodes(window.store().design(), "build-ci")).contains(0).doesNotContain(2);
  }

  @Test
  @Tag("display")
  void ctrlClickAddsToTheSelectionAndTakesOut(FxRobot robot) {
    robot.clickOn(window.middle(build(0)));
    robot.press(KeyCode.CONTROL).clickOn(window.middle(build(1))).release(KeyCode.CONTROL);

    assertThat(window.store().selection().get()).isEqualTo(Set.of(build(0), build(1)));

    robot.press(KeyCode.CONTROL).clickOn(window.middle(build(0))).release(KeyCode.CONTROL);

    assertThat(window.store().selection().get()).isEqualTo(Set.of(build(1)));
  }

  @Test
  @Tag("display")
  void onAScreenShiftSpreadsACellOverOneNodeMore(FxRobot robot) {
    var cell = new Item.Cell(window.guest("db-server"), 0);

    robot.press(KeyCode.SHIFT);
    robot
        .drag(window.middle(cell), MouseButton.PRIMARY)
        .dropTo(window.middle(OpenWindow.node(1)))
        .release(KeyCode.SHIFT);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(nodes(window.store().design(), "db-server")).containsExactly(0, 1);
  }
}
