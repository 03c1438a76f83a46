package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.check.Problem;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.Domain;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Drags that ask, widen, spread and split; placements copied, pasted and nudged.
@ExtendWith(ApplicationExtension.class)
final class DraggingTest {

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

  private Item.Vcpu db(int vcpu) {
    return new Item.Vcpu(window.guest("db-server"), vcpu);
  }

  private Domain wanted(String name) {
    return window.store().design().guest(window.guest(name)).orElseThrow().wanted();
  }

  @Test
  void onACpuOfAnotherGuestTheDropAsksAndNothingHasChangedYet(FxRobot robot) {
    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).dropTo(window.middle(window.cpu(2)));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(robot.lookup("#drop-share").query().isFocused()).isTrue();
    assertThat(window.pins(build(0))).containsExactly(13);

    robot.clickOn("#drop-swap");

    assertThat(window.pins(build(0))).containsExactly(2);
    assertThat(window.pins(db(0))).containsExactly(13);
    assertThat(window.shows("#drop-question")).isFalse();
  }

  @Test
  void thePillNamesByCodeTheRuleThatAReleaseWouldBreakAndNoneThatIsBrokenNow(FxRobot robot) {
    var broken = window.store().ownProblems().stream().map(Problem::code).toList();

    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).moveTo(window.middle(window.cpu(2)));
    WaitForAsyncUtils.waitForFxEvents();
    String shared = words(robot);
    window.type(KeyCode.ESCAPE);
    robot.drop();

    assertThat(broken).contains("N-02").doesNotContain("P-03");
    assertThat(shared).contains("P-03").doesNotContain("N-02");
  }

  @Test
  void theQuestionIsAnsweredByKeyboardAndThePictureShowsTheChoice(FxRobot robot) {
    robot.clickOn(window.middle(build(0)));
    window.type(KeyCode.P);
    window.type(KeyCode.DOWN);

    window.type(KeyCode.ENTER);

    assertThat(robot.lookup("#drop-swap").query().isFocused()).isTrue();
    assertThat(words(robot)).contains("swaps with vCPU 1");

    window.type(KeyCode.RIGHT);

    assertThat(words(robot)).contains("two vCPUs on one CPU");

    window.type(KeyCode.LEFT);
    window.type(KeyCode.ENTER);

    assertThat(window.pins(build(0))).containsExactly(45);
    assertThat(window.pins(build(1))).containsExactly(13);
    assertThat(window.canvas().isFocused()).isTrue();
  }

  @Test
  void escapeAndAClickElsewherePutBackWhatIsAsked(FxRobot robot) {
    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).dropTo(window.middle(window.cpu(2)));
    WaitForAsyncUtils.waitForFxEvents();
    window.type(KeyCode.ESCAPE);
    boolean afterEscape = window.shows("#drop-question");
    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).dropTo(window.middle(window.cpu(2)));
    WaitForAsyncUtils.waitForFxEvents();

    robot.clickOn(window.middle(window.cpu(28)));

    assertThat(afterEscape).isFalse();
    assertThat(window.shows("#drop-question")).isFalse();
    assertThat(window.pins(build(0))).containsExactly(13);
    assertThat(window.store().history().get().past()).isEmpty();
  }

  @Test
  void duringADragSSpreadsOtherwiseAndThePillSaysHow(FxRobot robot) {
    robot.interact(() -> window.store().select(List.of(build(0), build(1))));
    robot
        .drag(window.middle(build(0)), MouseButton.PRIMARY)
        .moveTo(window.middle(OpenWindow.node(3)));
    WaitForAsyncUtils.waitForFxEvents();
    String before = words(robot);
    var together = window.store().preview().get();

    window.type(KeyCode.S);
    window.type(KeyCode.S);

    assertThat(before).contains("S: spread otherwise, now as suits each VM");
    assertThat(words(robot)).contains("S: spread otherwise, now one thread a core");
    assertThat(window.store().preview().get()).isPresent().isNotEqualTo(together);

    robot.drop();
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(window.pins(build(0))).containsExactly(29);
    assertThat(window.pins(build(1))).containsExactly(30);

    // What is chosen is remembered, for the next test too.
    window.type(KeyCode.S);
    window.type(KeyCode.S);
  }

  @Test
  void duringADragNTakesAllOfTheVmOnItsNodeAlong(FxRobot robot) {
    robot
        .drag(window.middle(build(0)), MouseButton.PRIMARY)
        .moveTo(window.middle(OpenWindow.node(3)));
    WaitForAsyncUtils.waitForFxEvents();
    String offered = words(robot);

    window.type(KeyCode.N);
    robot.drop();
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(offered).contains("N: all of build-ci on node 1");
    assertThat(window.pins(build(5))).containsExactly(63);
  }

  @Test
  void aVmsNodeDraggedOntoAnotherMovesVcpusAndMemory(FxRobot robot) {
    var cell = new Item.Cell(window.guest("db-server"), 0);

    robot.drag(window.middle(cell), MouseButton.PRIMARY).moveTo(window.middle(OpenWindow.node(3)));
    WaitForAsyncUtils.waitForFxEvents();
    window.type(KeyCode.N);
    robot.drop();
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(wanted("db-server").numaTune().memory().orElseThrow().nodes())
        .isEqualTo(NodeSet.of(3));
    assertThat(wanted("db-server").vcpuPins().values())
        .allMatch(cpus -> CpuSet.parse("24-31,56-63").containsAll(cpus));
  }

  @Test
  void aWholeVmThatFitsNoNodeIsSplitAndThePillSaysSoBeforeTheDrop(FxRobot robot) {
    var id = window.guest("build-ci");
    robot.interact(() -> {
      window.store().apply(new Edit.RemoveGuest(window.guest("large-vm")));
      window.store().apply(new VcpuEdit.SetCount(id, 20, 20));
    });
    robot.interact(() -> {
      window.canvas().requestFocus();
      window.store().select(List.of(new Item.WholeGuest(id)));
    });

    window.type(KeyCode.P);
    for (int out = 0; out < 3; out++) {
      window.type(KeyCode.PAGE_UP);
    }
    String said = words(robot);
    window.type(KeyCode.ENTER);

    assertThat(said).contains("does not fit one node: split into 2 guest cells on nodes 2-3");
    assertThat(wanted("build-ci").cells()).hasSize(2);
    assertThat(window.store().analysis().get().home(id, 1)).contains(3);
  }

  @Test
  void aPlacementIsCopiedToAnotherVmRelativeToTheSelectedNode(FxRobot robot) {
    robot.interact(() -> window.store().select(List.of(db(0))));
    window.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
    robot.interact(() -> window.store().select(List.of(build(0), OpenWindow.node(3))));

    window.type(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);

    assertThat(window.pins(build(0))).containsExactly(26);
    assertThat(wanted("build-ci").numaTune().memory().orElseThrow().nodes())
        .isEqualTo(NodeSet.of(3));
    assertThat(window.shows("#outcome-note")).isTrue();
    assertThat(spoken()).contains("Place build-ci like db-server");

    window.type(KeyCode.SHORTCUT, KeyCode.Z);

    assertThat(window.pins(build(0))).containsExactly(13);
  }

  @Test
  void altAndArrowsNudgeTheSelectedPins(FxRobot robot) {
    robot.interact(() -> {
      window.canvas().requestFocus();
      window.store().select(List.of(build(4), build(5)));
    });

    window.type(KeyCode.ALT, KeyCode.UP);

    assertThat(window.pins(build(4))).containsExactly(14);
    assertThat(window.pins(build(2))).containsExactly(15);

    window.type(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);

    assertThat(window.pins(build(4))).containsExactly(22);
    assertThat(window.pins(build(5))).containsExactly(54);

    window.type(KeyCode.ALT, KeyCode.RIGHT);

    assertThat(window.pins(build(4))).containsExactly(54);
    assertThat(spoken()).contains("Nudge 2 pins to the next CPU");
  }

  @Test
  void aNudgeBeyondTheEndSaysWhyAndChangesNothing(FxRobot robot) {
    robot.interact(() -> window.store().select(List.of(build(0))));
    for (int node = 1; node < 3; node++) {
      window.type(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
    }
    var last = window.pins(build(0));

    window.type(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);

    assertThat(window.pins(build(0))).isEqualTo(last);
    assertThat(spoken()).contains("there is no node with this place after CPU");
  }

  @Test
  void everythingOfAVmAndAllOfItOnOneNodeAreSelectedByKey(FxRobot robot) {
    robot.interact(() -> window.store().select(List.of(build(0))));
    window.type(KeyCode.N);
    Set<Item> onNode = window.store().selection().get();

    window.type(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.A);

    assertThat(onNode).hasSize(6).contains(build(5));
    assertThat(window.store().selection().get())
        .hasSize(8)
        .contains(new Item.Cell(window.guest("build-ci"), 0))
        .contains(new Item.Emulator(window.guest("build-ci")));
  }

  @Test
  void aBandOverFreeCpusSelectsThem(FxRobot robot) {
    var first = window.box(window.cpu(28));
    var last = window.box(window.cpu(61));

    robot
        .drag(window.onScreen(first.getMinX() - 3, first.getMinY() - 3), MouseButton.PRIMARY)
        .dropTo(window.onScreen(last.getMaxX() + 3, last.getMaxY() + 3));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(window.store().selection().get())
        .isEqualTo(Set.of(window.cpu(28), window.cpu(60), window.cpu(29), window.cpu(61)));
  }

  @Test
  void aScreenReaderHearsWhatThePillShowsAndWhatBecameOfIt(FxRobot robot) {
    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).moveTo(window.middle(window.cpu(6)));
    WaitForAsyncUtils.waitForFxEvents();
    String during = spoken();
    robot.drop();
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(during).contains("CPU P#6").contains("memory on node 2");
    assertThat(spoken()).isEqualTo("Pin vCPU 0 of build-ci to CPU 6");

    robot.drag(window.middle(build(0)), MouseButton.PRIMARY).moveTo(window.middle(window.cpu(7)));
    window.type(KeyCode.ESCAPE);
    robot.drop();
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(spoken()).isEqualTo("Put back");
  }

  /// Only a real window system puts modifier keys into events of the mouse.
  @Test
  @Tag("display")
  void onAScreenShiftClickSelectsFromTheLastToThis(FxRobot robot) {
    robot.clickOn(window.middle(build(1)));
    robot.press(KeyCode.SHIFT).clickOn(window.middle(build(4))).release(KeyCode.SHIFT);

    assertThat(window.store().selection().get())
        .isEqualTo(Set.of(build(1), build(2), build(3), build(4)));
  }

  @Test
  @Tag("display")
  void onAScreenCtrlTakesTheVcpusOfACellAlong(FxRobot robot) {
    var cell = new Item.Cell(window.guest("db-server"), 0);

    robot.drag(window.middle(cell), MouseButton.PRIMARY).moveTo(window.middle(OpenWindow.node(3)));
    robot.press(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    robot.drop().release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(wanted("db-server").vcpuPins().values())
        .allMatch(cpus -> CpuSet.parse("24-31,56-63").containsAll(cpus));
  }

  @Test
  @Tag("display")
  void onAScreenDomainXmlDroppedOnTheWindowBecomesAVm(FxRobot robot) throws IOException {
    var xml =
        Files.writeString(
            home.resolve("dropped.xml"),
            """
            <domain type='kvm'>
              <name>dropped</name>
              <memory unit='GiB'>1</memory>
              <vcpu>1</vcpu>
            </domain>
            """);
    robot.interact(() -> outside(xml));

    robot.drag("#file", MouseButton.PRIMARY).dropTo(window.middle(OpenWindow.node(3)));

    OpenWindow.until(() ->
        window.store().design().guests().stream()
            .anyMatch(guest -> guest.name().equals("dropped")));
  }

  /// Another window, beside ours, from which a file is dragged as from a file manager.
  private static void outside(Path file) {
    var label = new Label(file.getFileName().toString());
    label.setId("file");
    label.setOnDragDetected(event -> {
      var content = new ClipboardContent();
      content.putFiles(List.of(file.toFile()));
      label.startDragAndDrop(TransferMode.COPY).setContent(content);
      event.consume();
    });
    var stage = new Stage();
    stage.setX(1020);
    stage.setY(100);
    stage.setScene(new Scene(new StackPane(label), 160, 80));
    stage.show();
  }

  private String spoken() {
    return String.valueOf(window.canvas().queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  private static String words(FxRobot robot) {
    return String.join(
        ", ",
        robot.lookup("#drop-pill .label").<Label>queryAll().stream().map(Label::getText).toList());
  }
}
