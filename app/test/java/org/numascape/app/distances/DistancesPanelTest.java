package org.numascape.app.distances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.design.Item;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.ObjectMatrix;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class DistancesPanelTest {
  private final ViewState view = new ViewState();
  private SampleStore sample;

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    var scene =
        new Scene(
            new StackPane(new DistancesPanel(sample.store(), view, Clock.systemUTC())), 900, 300);
    Theme.use(true);
    Theme.dress(scene);
    stage.setScene(scene);
    // Tests share a stage, and others leave it large.
    stage.sizeToScene();
    stage.show();
  }

  @Test
  void arrowKeysWalkFromPairToPairAndEachIsSaid(FxRobot robot) {
    robot.interact(() -> robot.lookup("#distance-map").query().requestFocus());

    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(words(robot)).isEqualTo("node 0 → node 1: distance 12, estimated ×1.1");

    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(words(robot)).isEqualTo("node 0 → node 2: distance 32, estimated ×2.1");
  }

  @Test
  void aClickSelectsBothNodes(FxRobot robot) {
    var grid = MatrixGrid.of(Tables.of(sample.store().design().host()).getFirst());
    var map = robot.lookup("#distance-map").query();
    var at = map.localToScreen(grid.x(2) + 10, grid.y(0) + 10);

    robot.clickOn(at.getX(), at.getY());

    assertThat(sample.store().selection().get())
        .containsExactlyElementsOf(
            List.of(
                new Item.OnHost(new ObjectId(ObjectKind.NUMA_NODE, 0)),
                new Item.OnHost(new ObjectId(ObjectKind.NUMA_NODE, 2))));
  }

  @Test
  void aHostThatTellsNoDistancesSaysWhatIsAssumed(FxRobot robot) {
    var host = sample.store().design().host();
    var silent = new HostTopology(host.machine(), DistanceMatrix.UNKNOWN);
    open(robot, silent);

    assertThat(robot.lookup(".empty-note .label").queryAs(Label.class).getText())
        .contains("tells no distances between its 4 NUMA nodes")
        .contains("assumes 20");
    assertThat(robot.lookup("#distance-map").tryQuery()).isEmpty();
  }

  @Test
  void headsStayWhereTheyAreWhenTwentyFourNodesScroll(FxRobot robot) throws FormatException {
    open(robot, HostOpener.sample("sgi-uv").design().host());
    robot.interact(() -> robot.lookup("#distance-map").query().requestFocus());

    for (int step = 0; step < 23; step++) {
      robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
    }

    assertThat(words(robot)).startsWith("node 23 → node 0: distance");
    var down =
        robot
            .lookup("#distance-map .scroll-bar")
            .match(bar -> ((ScrollBar) bar).getOrientation() == Orientation.VERTICAL)
            .queryAs(ScrollBar.class);
    assertThat(down.getValue()).isEqualTo(down.getMax()).isPositive();
    var map = robot.lookup("#distance-map").query();
    var head = map.localToScreen(20, MatrixGrid.TOP / 2);
    robot.moveTo(head.getX(), head.getY());
    assertThat(words(robot)).startsWith("From CPUs of the node");
  }

  @Test
  void whatIsPointedAtIsLitInThePictureAndTheOtherWayRound(FxRobot robot) {
    robot.interact(() -> robot.lookup("#distance-map").query().requestFocus());

    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);

    assertThat(view.lit().get())
        .containsExactly(
            new ObjectId(ObjectKind.NUMA_NODE, 0), new ObjectId(ObjectKind.NUMA_NODE, 1));
  }

  @Test
  void memoryAttributesAndOtherMatricesAreThereToChoose(FxRobot robot) {
    var host = sample.store().design().host();
    var value = new MemoryAttribute.Value(1, host.cpusOf(0), 0, 230);
    var latency =
        new MemoryAttribute("Latency", MemoryAttribute.Order.LOWER_IS_BETTER, List.of(value));
    var pus = List.of(new ObjectId(ObjectKind.PU, 0), new ObjectId(ObjectKind.PU, 1));
    var hops = new ObjectMatrix("Hops", ObjectMatrix.Means.HOPS, pus, List.of(0L, 3L, 3L, 0L));
    open(
        robot,
        host.with(HostFacts.NONE.withAttributes(List.of(latency)).withMatrices(List.of(hops))));
    var choice = robot.lookup("#distance-choice").queryComboBox();

    robot.interact(() -> choice.getSelectionModel().select(1));
    robot.interact(() -> robot.lookup("#distance-map").query().requestFocus());
    robot.press(KeyCode.UP).release(KeyCode.UP);

    assertThat(choice.getItems())
        .extracting(Object::toString)
        .containsExactly("Firmware distances", "Latency (ns)", "Hops (hops)", "Latency used (ns)");
    assertThat(words(robot)).isEqualTo("CPUs of node 0 → node 1: 230 ns");

    robot.interact(() -> choice.getSelectionModel().select(2));
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);

    assertThat(words(robot)).isEqualTo("CPU 0 → CPU 32: 3 hops");
  }

  @Test
  void linesInThePictureTellWhatIsChosenHere(FxRobot robot) {
    var host = sample.store().design().host();
    var value = new MemoryAttribute.Value(1, host.cpusOf(0), 0, 230);
    var latency =
        new MemoryAttribute("Latency", MemoryAttribute.Order.LOWER_IS_BETTER, List.of(value));
    var zero = new ObjectId(ObjectKind.NUMA_NODE, 0);
    var one = new ObjectId(ObjectKind.NUMA_NODE, 1);
    open(robot, host.with(HostFacts.NONE.withAttributes(List.of(latency))));

    var firmware = view.measure().get().orElseThrow();
    robot.interact(
        () -> robot.lookup("#distance-choice").queryComboBox().getSelectionModel().select(1));
    var chosen = view.measure().get().orElseThrow();
    open(robot, new HostTopology(host.machine(), DistanceMatrix.UNKNOWN));

    assertThat(firmware.between(zero, one)).contains("12");
    assertThat(chosen.name()).isEqualTo("Latency (ns)");
    assertThat(chosen.between(zero, one)).contains("230 ns");
    assertThat(chosen.between(one, zero)).isEmpty();
    assertThat(view.measure().get()).isEmpty();
  }

  @Test
  void aPairOfWhichTheHostTellsNothingIsADash() {
    var host = sample.store().design().host();
    var some = new DistanceMatrix(Map.of(0, Map.of(0, 10, 1, 21), 1, Map.of(1, 10)));

    var table = Tables.of(new HostTopology(host.machine(), some)).getFirst();

    assertThat(table.rows()).hasSize(4);
    assertThat(table.text(0, 1)).isEqualTo("21");
    assertThat(table.text(1, 0)).isEqualTo("–");
    assertThat(table.text(2, 3)).isEqualTo("–");
  }

  private void open(FxRobot robot, HostTopology host) {
    var design = Design.of("d", host, new HostSource.Sample("test"), List.of());
    var store = sample.store();
    robot.interact(() -> store.open(design, store.session().get(), java.util.Optional.empty()));
  }

  private static String words(FxRobot robot) {
    return robot.lookup("#distance-words").queryAs(Label.class).getText();
  }
}
