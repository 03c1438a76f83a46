package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.Item;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Problems and costs explained in the whole window.
@ExtendWith(ApplicationExtension.class)
final class ExplainingTest {

  @TempDir private static Path home;
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = OpenWindow.demonstration(stage, home);
  }

  @BeforeEach
  void ready() {
    window.ready();
  }

  @Test
  void f8ExplainsOneProblemAfterTheOther(FxRobot robot) {
    robot.interact(window.canvas()::requestFocus);
    window.type(KeyCode.F8);
    var first = robot.lookup("#details-code").queryAs(Label.class).getText();
    window.type(KeyCode.F8);

    assertThat(first).isEqualTo("N-02");
    assertThat(robot.lookup("#details-code").queryAs(Label.class).getText()).isEqualTo("H-02");
  }

  @Test
  void escapeOnThePictureClosesTheExplanationAndThenDeselects(FxRobot robot) {
    robot.interact(window.canvas()::requestFocus);
    window.type(KeyCode.F8);

    window.type(KeyCode.ESCAPE);
    boolean explained = robot.lookup("#details-code").tryQuery().isPresent();
    var selected = window.store().selection().get();
    window.type(KeyCode.ESCAPE);

    assertThat(explained).isFalse();
    assertThat(selected).isNotEmpty();
    assertThat(window.store().selection().get()).isEmpty();
  }

  @Test
  void whyInTheInspectorOpensTheProblemsTab(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("#bottom").queryAs(TabPane.class).getSelectionModel().selectLast());
    robot.interact(() ->
        window.store().select(java.util.List.of(new Item.WholeGuest(window.guest("build-ci")))));

    robot.interact(() ->
        robot
            .from(robot.lookup("#problem-N-02").queryAs(javafx.scene.Node.class))
            .lookup(".why-button")
            .queryButton()
            .fire());

    assertThat(
            robot.lookup("#bottom").queryAs(TabPane.class).getSelectionModel().getSelectedIndex())
        .isZero();
    assertThat(robot.lookup("#details-code").queryAs(Label.class).getText()).isEqualTo("N-02");
  }

  @Test
  void theSelectedGuestsCostAnswersWhyByKeyAndByTheInspector(FxRobot robot) {
    robot.interact(() ->
        window.store().select(java.util.List.of(new Item.WholeGuest(window.guest("build-ci")))));
    robot.interact(window.canvas()::requestFocus);
    window.type(KeyCode.W);

    OpenWindow.until(() -> robot.lookup("#cost-terms").tryQuery().isPresent());
    robot.interact(
        () -> robot.lookup("#why-latency").queryAs(javafx.scene.control.Hyperlink.class).fire());
    OpenWindow.until(() -> robot.lookup("#cost-terms").queryAll().size() == 1);
  }

  @Test
  void foreignTextIsCheckedInAWindowOfItsOwn(FxRobot robot) {
    robot.interact(window.canvas()::requestFocus);
    window.type(KeyCode.CONTROL, KeyCode.L);

    OpenWindow.until(() -> robot.lookup("#lint-text").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#lint-text").query().getScene().getWindow().hide());
    assertThat(Window.getWindows()).hasSize(1);
  }
}
