package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The window on a host too large to be read as a whole.
@ExtendWith(ApplicationExtension.class)
final class LargeHostTest {

  private static final String HOST = "synthetic:pack:4 numa:4 l3:4 l2:8 l1:1 core:1 pu:1";

  @TempDir private static Path home;
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = OpenWindow.show(stage, home.resolve(UUID.randomUUID().toString()), List.of(HOST));
  }

  @BeforeEach
  void open(FxRobot robot) {
    OpenWindow.until(() ->
        window.store().design().host().pus().size() == 512
            && window.canvas().boundsInScene(window.cpu(511)).isPresent());
    robot.interact(window.canvas()::requestFocus);
  }

  private void zoomIn() {
    for (int step = 0; step < 8; step++) {
      window.type(KeyCode.SHORTCUT, KeyCode.EQUALS);
    }
  }

  @Test
  void aPartOfALargeHostHasAnOverviewInItsCornerAndAClickThereLooksElsewhere(FxRobot robot) {
    boolean whole = window.shows("#minimap");
    zoomIn();
    OpenWindow.until(() -> window.shows("#minimap"));
    Bounds map =
        robot
            .lookup("#minimap")
            .query()
            .localToScreen(robot.lookup("#minimap").query().getLayoutBounds());
    double before = window.canvas().visible().centreX();

    robot.clickOn(map.getMaxX() - 12, map.getMaxY() - 12);

    OpenWindow.until(() -> window.canvas().visible().centreX() > before + 100);
    assertThat(whole).isFalse();
    assertThat(window.store().selection().get()).isEmpty();
  }

  @Test
  void mHidesTheOverviewAndBringsItBack() {
    zoomIn();
    OpenWindow.until(() -> window.shows("#minimap"));

    window.type(KeyCode.M);
    OpenWindow.until(() -> !window.shows("#minimap"));

    window.type(KeyCode.M);
    OpenWindow.until(() -> window.shows("#minimap"));
  }

  @Test
  void shiftFShowsOneOfEachSortWithTheNumberOfTheOthers() {
    window.type(KeyCode.SHIFT, KeyCode.F);

    OpenWindow.until(() -> window.canvas().boundsInScene(window.cpu(511)).isEmpty());
    assertThat(window.canvas().boundsInScene(window.cpu(0))).isPresent();
    assertThat(window.canvas().zoom().get()).isGreaterThan(0.75);

    window.type(KeyCode.SHIFT, KeyCode.U);

    OpenWindow.until(() -> window.canvas().boundsInScene(window.cpu(511)).isPresent());
  }
}
