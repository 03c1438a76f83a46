package org.numascape.app.distances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.theme.Theme;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.design.Item;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class DistancesPanelTest {
  private SampleStore sample;

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    var scene = new Scene(new StackPane(new DistancesPanel(sample.store())), 900, 300);
    Theme.use(true);
    Theme.dress(scene);
    stage.setScene(scene);
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
    var grid = MatrixGrid.of(sample.store().design().host().distances());
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
  void twentyFourNodesAreAllThere(FxRobot robot) throws FormatException {
    var large = HostOpener.sample("sgi-uv").design().host();
    open(robot, large);

    var grid = MatrixGrid.of(large.distances());
    var map = robot.lookup("#distance-map").queryAs(DistanceMap.class);
    assertThat(grid.nodes()).hasSize(24);
    assertThat(map.getWidth()).isEqualTo(grid.totalWidth());
    assertThat(grid.at(grid.x(23) + 1, grid.y(23) + 1)).contains(new MatrixGrid.Pair(23, 23));
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
