package org.numascape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.design.Item;
import org.numascape.drawing.Colouring;
import org.numascape.drawing.LabelMode;
import org.numascape.drawing.LayoutMode;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.TopologyObject;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Ways to look at the same host: folded, in other colours, arranged as lstopo does, with a legend,
/// with lines that tell distances.
@ExtendWith(ApplicationExtension.class)
final class LookingTest {

  @TempDir private static Path home;
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    // How somebody looked is remembered from start to start; no test shall see another's.
    window = OpenWindow.demonstration(stage, home.resolve(UUID.randomUUID().toString()));
  }

  @BeforeEach
  void open() {
    window.ready();
    window.hidePanels();
  }

  private Bounds around(int cpu, Class<? extends TopologyObject> kind, int level) {
    var host = window.store().design().host();
    var pu = host.pu(cpu).orElseThrow();
    var object =
        host.ancestors(pu).stream()
            .filter(kind::isInstance)
            .filter(each -> !(each instanceof Cache cache) || cache.level() == level)
            .findFirst()
            .orElseThrow();
    return window.box(new Item.OnHost(object.id()));
  }

  private boolean drawn(int cpu) {
    return window.canvas().boundsInScene(window.cpu(cpu)).isPresent();
  }

  /// On the box that stands for the cores behind the one of CPU 21, which are as free as that.
  private Point2D foldBesideCpu21() {
    var cache = around(21, Cache.class, 3);
    var core = around(21, Core.class, 0);
    double beside = cache.getMaxX() - core.getMaxX();
    double below = cache.getMaxY() - core.getMaxY();
    return beside > below
        ? window.onScreen(core.getMaxX() + beside / 2, core.getCenterY())
        : window.onScreen(core.getCenterX(), core.getMaxY() + below / 2);
  }

  private void fold() {
    window.type(KeyCode.SHIFT, KeyCode.F);
    OpenWindow.until(() -> !drawn(22));
  }

  @Test
  void aClickOnWhatStandsForAlikeCoresUnfoldsThemAndFFoldsThemAgain(FxRobot robot) {
    fold();

    robot.clickOn(foldBesideCpu21());
    OpenWindow.until(() -> drawn(22));
    boolean othersStayFolded = !drawn(30);
    window.type(KeyCode.F);
    OpenWindow.until(() -> !drawn(22));

    assertThat(othersStayFolded).isTrue();
    assertThat(drawn(21)).isTrue();
  }

  @Test
  void cpusInUseAreNeverFoldedAway() {
    fold();

    assertThat(List.of(2, 16, 9, 13)).allMatch(this::drawn);
  }

  @Test
  void whatIsCarriedOntoAFoldAndRestsThereUnfoldsItAndCanBePutOnOneOfItsCpus(FxRobot robot) {
    fold();
    var vcpu = new Item.Vcpu(window.guest("build-ci"), 0);
    robot.drag(window.middle(vcpu), MouseButton.PRIMARY).moveTo(foldBesideCpu21());
    OpenWindow.until(() -> drawn(22));

    robot.dropTo(window.middle(window.cpu(22)));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(window.pins(vcpu)).containsExactly(22);
  }

  @Test
  void nearAnEdgeThePictureMovesOnWhileSomethingIsCarried(FxRobot robot) {
    var vcpu = new Item.Vcpu(window.guest("db-server"), 0);
    window.flyTo(window.cpu(2));
    double before = window.canvas().visible().right();
    var seen =
        WaitForAsyncUtils.waitForAsyncFx(
            5000, () -> window.canvas().localToScreen(window.canvas().getLayoutBounds()));

    robot
        .drag(window.middle(vcpu), MouseButton.PRIMARY)
        .moveTo(seen.getMaxX() - 6, seen.getCenterY());
    OpenWindow.until(() -> window.canvas().visible().right() > before + 40);

    window.type(KeyCode.ESCAPE);
    double stopped = window.canvas().visible().right();
    robot.drop();
    assertThat(window.canvas().visible().right()).isEqualTo(stopped);
  }

  @Test
  void aSearchUnfoldsWhatHidesItsHit(FxRobot robot) {
    fold();

    window.type(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("cpu 22");
    window.type(KeyCode.ENTER);

    OpenWindow.until(() -> drawn(22));
    assertThat(window.store().selection().get()).containsExactly(window.cpu(22));
  }

  @Test
  void colourByIsChosenInTheToolbarOrWithAKey(FxRobot robot) {
    robot.clickOn("#colours").clickOn("Access cost");
    OpenWindow.until(() -> window.canvas().options().colouring() instanceof Colouring.ByAccessCost);
    String toolbar = robot.lookup("#colours").query().getAccessibleText();

    robot.interact(window.canvas()::requestFocus);
    window.type(KeyCode.ALT, KeyCode.DIGIT4);

    OpenWindow.until(
        () -> window.canvas().options().colouring() instanceof Colouring.ByCacheDomain);
    assertThat(toolbar).isEqualTo("Colour by access cost");
  }

  @Test
  void inTheLayoutOfLstopoAVcpuIsPlacedByDragToo(FxRobot robot) {
    var vcpu = new Item.Vcpu(window.guest("build-ci"), 0);
    window.type(KeyCode.T);
    OpenWindow.until(() -> window.canvas().options().mode() == LayoutMode.LSTOPO && drawn(6));
    window.flyTo(new Item.OnHost(window.store().design().host().machine().id()));

    robot.drag(window.middle(vcpu), MouseButton.PRIMARY).dropTo(window.middle(window.cpu(6)));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(window.pins(vcpu)).containsExactly(6);
  }

  @Test
  void lGoesThroughAllLabelsAndIShowsInstructionCaches() {
    for (var next : List.of(LabelMode.BOTH, LabelMode.NONE, LabelMode.LOGICAL)) {
      window.type(KeyCode.L);

      OpenWindow.until(() -> window.canvas().options().labels() == next);
    }
    window.type(KeyCode.I);

    OpenWindow.until(() -> window.canvas().options().instructionCaches());
  }

  @Test
  void theLegendStandsBelowThePictureAndSaysWhatItsColoursMean(FxRobot robot) {
    double alone = picture(robot).getLayoutBounds().getHeight();

    window.type(KeyCode.K);
    OpenWindow.until(() -> picture(robot).getLayoutBounds().getHeight() < alone - 20);
    String words = robot.lookup("#legend").query().getAccessibleText();
    robot.clickOn("#legend-close");

    OpenWindow.until(() -> picture(robot).getLayoutBounds().getHeight() == alone);
    assertThat(words).contains("db-server").contains("kept for the host").contains("far memory");
    assertThat(window.shows("#legend")).isFalse();
  }

  @Test
  void aNodeThatIsPointedAtTellsItsDistancesAndDKeepsItSilent(FxRobot robot) {
    window.type(KeyCode.D);
    var before = middleOfNode3(robot);
    point(robot, 0);
    WaitForAsyncUtils.sleep(700, java.util.concurrent.TimeUnit.MILLISECONDS);
    var silent = middleOfNode3(robot);
    robot.moveBy(0, 400);

    window.type(KeyCode.D);
    point(robot, 0);

    assertThat(silent).isEqualTo(before);
    OpenWindow.until(() -> !Arrays.equals(middleOfNode3(robot), before));
  }

  /// Points at the title of a node.
  private void point(FxRobot robot, int node) {
    var area = window.box(OpenWindow.node(node));
    robot.moveTo(window.onScreen(area.getMinX() + 30, area.getMinY() + 12));
    robot.moveBy(2, 0);
  }

  private static Node picture(FxRobot robot) {
    return robot.lookup("#topology > Canvas").match(node -> node.getId() == null).query();
  }

  /// The dots around the middle of node 3, where a line to it ends.
  private int[] middleOfNode3(FxRobot robot) {
    var area = window.box(OpenWindow.node(3));
    int size = 12;
    var dots = new int[size * size];
    robot.interact(() -> {
      var picture = picture(robot);
      var middle = picture.sceneToLocal(area.getCenterX(), area.getCenterY());
      var how = new SnapshotParameters();
      how.setViewport(
          new Rectangle2D(middle.getX() - size / 2.0, middle.getY() - size / 2.0, size, size));
      var image = picture.snapshot(how, null);
      image
          .getPixelReader()
          .getPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), dots, 0, size);
    });
    return dots;
  }
}
