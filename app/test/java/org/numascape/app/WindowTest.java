package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.store.Session;
import org.numascape.design.Item;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The frame around the picture: start screen, samples, search, keys, narrow windows.
@ExtendWith(ApplicationExtension.class)
final class WindowTest {

  @TempDir private static Path home;
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = OpenWindow.show(stage, home, List.of());
  }

  @BeforeEach
  void greeted() {
    OpenWindow.until(() -> window.shows("#start-screen"));
    window.ready();
  }

  @Test
  void escapeClosesTheStartScreenAndThePictureHasTheFocus() {
    window.type(KeyCode.ESCAPE);

    assertThat(window.shows("#start-screen")).isFalse();
    assertThat(window.canvas().isFocused()).isTrue();
  }

  @Test
  void aClickBesideTheStartScreenClosesItToo(FxRobot robot) {
    robot.clickOn(window.onScreen(60, 600));

    assertThat(window.shows("#start-screen")).isFalse();
    assertThat(window.canvas().isFocused()).isTrue();
  }

  @Test
  void tabStaysInTheStartScreen(FxRobot robot) {
    var screen = robot.lookup("#start-screen").query();

    for (int presses = 0; presses < 9; presses++) {
      window.type(KeyCode.TAB);

      assertThat(inside(window.stage().getScene().getFocusOwner(), screen)).isTrue();
    }
  }

  private static boolean inside(Node node, Node outer) {
    return node.equals(outer) || (node.getParent() != null && inside(node.getParent(), outer));
  }

  @Test
  void aSampleChosenInTheGalleryOpens(FxRobot robot) {
    robot.clickOn("#start-sample");
    OpenWindow.until(() -> robot.lookup("#gallery-search").tryQuery().isPresent());

    robot.interact(() -> robot.lookup("#gallery-search").queryTextInputControl().setText("laptop"));
    OpenWindow.until(() -> robot.lookup(".sample-tile").queryAll().size() == 1);
    robot.interact(() -> robot.lookup("#gallery-search").query().requestFocus());
    window.type(KeyCode.ENTER);
    OpenWindow.until(() -> window.store().design().name().equals("laptop"));

    assertThat(window.shows("#start-screen")).isFalse();
  }

  @Test
  void whoeverCancelsTheGalleryIsBackAtTheStartScreen(FxRobot robot) {
    robot.clickOn("#start-sample");
    OpenWindow.until(() -> robot.lookup("#gallery-search").tryQuery().isPresent());

    window.type(KeyCode.ESCAPE);
    OpenWindow.until(() -> robot.lookup("#gallery-search").tryQuery().isEmpty());

    assertThat(window.shows("#start-screen")).isTrue();
    assertThat(window.store().design().name()).isEqualTo("kvm-07");
  }

  @Test
  void theBestHitOfASearchIsSelectedWithEnterAndEscapeGoesToThePicture(FxRobot robot) {
    window.type(KeyCode.ESCAPE);

    window.type(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("node 2");
    window.type(KeyCode.ENTER);

    assertThat(window.store().selection().get()).isEqualTo(Set.of(OpenWindow.node(2)));
    assertThat(robot.lookup("#search").query().isFocused()).isTrue();
    window.type(KeyCode.ESCAPE);
    assertThat(window.canvas().isFocused()).isTrue();
  }

  @Test
  void escapeLeavesTheSearch(FxRobot robot) {
    window.type(KeyCode.ESCAPE);
    window.type(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("db");

    window.type(KeyCode.ESCAPE);

    assertThat(robot.lookup("#search").queryTextInputControl().getText()).isEmpty();
    assertThat(window.canvas().isFocused()).isTrue();
  }

  @Test
  void keysThatActInThePictureWriteInATextField(FxRobot robot) {
    window.type(KeyCode.ESCAPE);
    var vcpu = new Item.Vcpu(window.guest("build-ci"), 0);
    robot.interact(() -> window.store().select(List.of(vcpu)));

    window.type(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("p p?");
    window.type(KeyCode.HOME);
    window.type(KeyCode.DELETE);

    assertThat(robot.lookup("#search").queryTextInputControl().getText()).isEqualTo(" p?");
    assertThat(window.store().preview().get()).isEmpty();
    assertThat(window.pins(vcpu)).containsExactly(13);
    assertThat(window.shows("#shortcuts-dialog")).isFalse();
  }

  @Test
  void deleteInThePictureUnpinsTheSelection(FxRobot robot) {
    window.type(KeyCode.ESCAPE);
    var vcpu = new Item.Vcpu(window.guest("build-ci"), 0);
    robot.interact(() -> window.store().select(List.of(vcpu)));

    window.type(KeyCode.DELETE);

    assertThat(window.pins(vcpu)).isEmpty();
  }

  @Test
  void zoomKeysOfAllKeyboardsZoomAndFitFollowsTheWindowAgain(FxRobot robot) {
    window.type(KeyCode.ESCAPE);
    double fitted = window.canvas().zoom().get();

    window.type(KeyCode.SHORTCUT, KeyCode.EQUALS);
    double nearer = window.canvas().zoom().get();
    window.type(KeyCode.SHORTCUT, KeyCode.ADD);
    double near = window.canvas().zoom().get();
    window.type(KeyCode.SHORTCUT, KeyCode.DIGIT0);

    assertThat(nearer).isGreaterThan(fitted);
    assertThat(near).isGreaterThan(nearer);
    assertThat(window.canvas().zoom().get()).isEqualTo(fitted);
  }

  @Test
  void panelsHideAndComeBackWithTheirSizes() {
    window.type(KeyCode.ESCAPE);
    double wide = window.canvas().getWidth();

    window.type(KeyCode.F9);
    double wider = window.canvas().getWidth();
    boolean hidden = !window.shows("#domains");
    window.type(KeyCode.F9);

    assertThat(hidden).isTrue();
    assertThat(wider).isGreaterThan(wide + 300);
    assertThat(window.canvas().getWidth())
        .isCloseTo(wide, org.assertj.core.data.Offset.offset(2.0));
  }

  @Test
  void theToolbarNeverClipsDownToTheSmallestWindow(FxRobot robot) {
    for (int width : List.of(1000, 950, 900)) {
      robot.interact(() -> window.stage().setWidth(width));
      WaitForAsyncUtils.waitForFxEvents();
      var bar = robot.lookup(".toolbar").queryAs(HBox.class);

      assertThat(bar.prefWidth(-1)).as("at " + width).isLessThanOrEqualTo(bar.getWidth());
      assertThat(robot.lookup("#review").query().getBoundsInParent().getMaxX())
          .as("at " + width)
          .isLessThanOrEqualTo(bar.getWidth());
    }
  }

  @Test
  void theTitleShowsADotWhileEditsAreInNoFile(FxRobot robot) {
    assertThat(window.stage().getTitle()).isEqualTo("kvm-07 – Numascape");

    window.type(KeyCode.ESCAPE);
    var vcpu = new Item.Vcpu(window.guest("build-ci"), 0);
    robot.interact(() -> window.store().select(List.of(vcpu)));
    window.type(KeyCode.DELETE);

    assertThat(window.stage().getTitle()).isEqualTo("• kvm-07 – Numascape");
  }

  @Test
  void aLostConnectionGreysThePictureAndSaysSinceWhenItMayBeWrong(FxRobot robot) {
    var read = Instant.parse("2026-03-04T12:02:00Z");

    robot.interact(() ->
        window
            .store()
            .session()
            .set(new Session(Session.Link.LOST, Optional.empty(), read, "gone")));

    var note = robot.lookup("#lost-note").queryAs(Label.class);
    var time = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault()).format(read);
    assertThat(note.isVisible()).isTrue();
    assertThat(note.getText()).startsWith("As of " + time);
    assertThat(robot.lookup("#topology > Canvas").query().getOpacity()).isLessThan(1);
  }

  @Test
  void aConnectionThatMayOnlyLookSaysSo(FxRobot robot) {
    robot.interact(() ->
        window
            .store()
            .session()
            .set(new Session(Session.Link.LIVE, Optional.empty(), Instant.now(), "read only")));

    assertThat(robot.lookup("#host").queryAs(MenuButton.class).getText()).contains("read only");
    assertThat(robot.lookup("#host-age").queryAs(Label.class).getText()).contains("read only");
  }
}
