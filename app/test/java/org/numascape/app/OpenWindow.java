package org.numascape.app;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.numascape.app.canvas.TopologyCanvas;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.document.Folders;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The program's window as a test sees it: on folders of its own, spoken to in a host's words.
public final class OpenWindow {

  private final Stage stage;
  private final DesignStore store;
  private final FxRobot robot = new FxRobot();

  private OpenWindow(Stage stage, DesignStore store) {
    this.stage = stage;
    this.store = store;
  }

  /// Shows the window; FX thread only.
  static OpenWindow show(Stage stage, Path home, List<String> arguments) {
    // The screen of headless tests is 1000 by 1000, and what lies beyond it is an error.
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(960);
    var folders = new Folders(home.resolve("config"), home.resolve("state"));
    return new OpenWindow(stage, Workbench.show(stage, folders, Clock.systemUTC(), arguments));
  }

  /// Shows the window with the demonstration, the start screen already gone.
  static OpenWindow demonstration(Stage stage, Path home) {
    return show(stage, home, List.of("sample:demonstration"));
  }

  DesignStore store() {
    return store;
  }

  Stage stage() {
    return stage;
  }

  TopologyCanvas canvas() {
    return robot.lookup("#topology").queryAs(TopologyCanvas.class);
  }

  /// Waits until it is so, for ten seconds at most.
  static void until(Callable<Boolean> so) {
    try {
      WaitForAsyncUtils.waitFor(10, SECONDS, () -> WaitForAsyncUtils.asyncFx(so).get());
    } catch (TimeoutException late) {
      throw new AssertionError("it did not come about within ten seconds", late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Waits until what the arguments name is open and drawn.
  void ready() {
    until(() -> store.session().get().hypervisor().isPresent() && drawn(cpu(0)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Hides the panels, so that the picture is large enough for CPUs to show.
  void hidePanels() {
    robot.interact(canvas()::requestFocus);
    type(KeyCode.F9);
    until(() -> canvas().zoom().get() > 0.75);
  }

  /// Brings an item near.
  void flyTo(Item item) {
    robot.interact(() -> canvas().flyTo(item));
    WaitForAsyncUtils.sleep(600, java.util.concurrent.TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean drawn(Item item) {
    return canvas().boundsInScene(item).filter(area -> area.getWidth() > 4).isPresent();
  }

  DomainId guest(String name) {
    return store.design().guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// The box of a CPU, by OS index.
  Item cpu(int index) {
    return new Item.OnHost(store.design().host().pu(index).orElseThrow().id());
  }

  /// The box of a NUMA node, by logical index.
  static Item node(int logical) {
    return new Item.OnHost(new ObjectId(ObjectKind.NUMA_NODE, logical));
  }

  Bounds box(Item item) {
    return WaitForAsyncUtils.waitForAsyncFx(5000, () -> canvas().boundsInScene(item).orElseThrow());
  }

  /// The middle of an item's box on the screen.
  Point2D middle(Item item) {
    var area = box(item);
    return onScreen(area.getCenterX(), area.getCenterY());
  }

  Point2D onScreen(double sceneX, double sceneY) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> canvas().getScene().getRoot().localToScreen(sceneX, sceneY));
  }

  /// Which CPUs a vCPU is pinned to, by OS index.
  List<Integer> pins(Item.Vcpu vcpu) {
    return store.analysis().get().occupancy().seat(vcpu).stream()
        .filter(seat -> seat.hold().pinned())
        .flatMap(seat -> seat.cpus().stream().boxed())
        .toList();
  }

  /// Types keys into whatever has the focus.
  void type(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Whether a node is in the window and seen.
  boolean shows(String query) {
    return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
  }
}
