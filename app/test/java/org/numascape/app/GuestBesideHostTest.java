package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.canvas.PictureView;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a guest sees, beside its host.
@ExtendWith(ApplicationExtension.class)
final class GuestBesideHostTest {

  @TempDir private static Path home;
  private OpenWindow window;
  private DomainId guest = new DomainId("");

  @Start
  void start(Stage stage) {
    window = OpenWindow.demonstration(stage, home.resolve(UUID.randomUUID().toString()));
  }

  @BeforeEach
  void open(FxRobot robot) {
    window.ready();
    window.hidePanels();
    guest = window.guest("build-ci");
    robot.interact(() -> window.store().select(List.of(new Item.WholeGuest(guest))));
    robot.push(KeyCode.CONTROL, KeyCode.G);
    OpenWindow.until(() -> window.shows("#guest-picture"));
  }

  private static PictureView picture(FxRobot robot) {
    return robot.lookup("#guest-picture").queryAs(PictureView.class);
  }

  private static Item core(int logical) {
    return new Item.OnHost(new ObjectId(ObjectKind.CORE, logical));
  }

  private Bounds box(FxRobot robot, Item item) {
    OpenWindow.until(() -> picture(robot).boundsInScene(item).isPresent());
    return WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> picture(robot).boundsInScene(item).orElseThrow());
  }

  @Test
  void itOpensBesideTheHostWithTheSelectedGuestAndClosesAgain(FxRobot robot) {
    assertThat(robot.lookup("#guest-view-name").queryAs(Label.class).getText())
        .isEqualTo("What build-ci sees");
    assertThat(picture(robot).draws(core(2))).isTrue();
    assertThat(picture(robot).draws(core(3))).isFalse();

    robot.push(KeyCode.CONTROL, KeyCode.G);

    OpenWindow.until(() -> !window.shows("#guest-picture"));
  }

  @Test
  void aClickOnAGuestCoreSelectsItsVcpus(FxRobot robot) {
    var area = box(robot, core(1));

    robot.clickOn(window.onScreen(area.getCenterX(), area.getMinY() + 5));

    assertThat(window.store().selection().get())
        .containsExactly(new Item.Vcpu(guest, 2), new Item.Vcpu(guest, 3));
  }

  @Test
  void arrowKeysGoFromCoreToCoreAndShiftAdds(FxRobot robot) {
    robot.interact(() -> picture(robot).requestFocus());

    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);

    assertThat(window.store().selection().get())
        .contains(
            new Item.Vcpu(guest, 0),
            new Item.Vcpu(guest, 1),
            new Item.Vcpu(guest, 2),
            new Item.Vcpu(guest, 3))
        .doesNotContain(new Item.Vcpu(guest, 4));
  }

  @Test
  void whatDoesNotFitIsListedAndItsFixTakesItAway(FxRobot robot) {
    OpenWindow.until(() -> robot.lookup("#mismatch-1 .button").tryQuery().isPresent());
    assertThat(titles(robot)).containsExactly("Memory lies elsewhere than its vCPUs run");

    robot.clickOn(robot.lookup("#mismatch-1 .button").queryAllAs(Button.class).iterator().next());

    OpenWindow.until(() -> window.shows("#guest-view-fits"));
    assertThat(window.store().history().get().undoLabel()).isPresent();
  }

  private static List<String> titles(FxRobot robot) {
    return robot.lookup(".mismatch-title").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  @Test
  void itFollowsEditsAndPreviews(FxRobot robot) {
    var apart = new Edit.PinVcpus(guest, Map.of(1, CpuSet.of(40)));

    robot.interact(() -> window.store().preview(Optional.of(apart)));
    OpenWindow.until(() -> titles(robot).contains("Guest siblings are not host siblings"));
    robot.interact(() -> window.store().preview(Optional.empty()));
    OpenWindow.until(() -> !titles(robot).contains("Guest siblings are not host siblings"));
    robot.interact(() -> window.store().apply(apart));

    OpenWindow.until(() -> titles(robot).contains("Guest siblings are not host siblings"));
  }

  @Test
  void anotherSelectedGuestIsShownInstead(FxRobot robot) {
    robot.interact(
        () -> window.store().select(List.of(new Item.Vcpu(window.guest("large-vm"), 3))));

    OpenWindow.until(() -> picture(robot).draws(core(7)));
    assertThat(robot.lookup("#guest-view-name").queryAs(Label.class).getText())
        .isEqualTo("What large-vm sees");
  }

  @Test
  void itCanStandBelowTheHost(FxRobot robot) {
    double before = box(robot, core(0)).getMinX();

    robot.interact(() -> robot.lookup("#guest-view-turn").queryAs(Button.class).fire());

    OpenWindow.until(() -> {
      Node pane = robot.lookup("#guest-view-pane").query();
      return pane.localToScene(pane.getLayoutBounds()).getMinX() < before / 2;
    });
  }
}
