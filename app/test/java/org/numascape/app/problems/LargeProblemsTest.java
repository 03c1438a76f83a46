package org.numascape.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.LargeHost;
import org.numascape.app.SampleStore;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.check.Problem;
import org.numascape.design.Edit;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Ways out of problems where the design is so large that trying them takes longer than a frame.
@ExtendWith(ApplicationExtension.class)
final class LargeProblemsTest {

  private final ViewState view = new ViewState();
  private DesignStore store;

  @Start
  void start(Stage stage) {
    store = new DesignStore(LargeHost.design(), Session.ofFile(Instant.EPOCH));
    var scene = new Scene(new StackPane(new ProblemsPanel(store, view)), 1000, 600);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  /// Memory on node 3, the vCPUs stay on node 0.
  private Problem farMemory(FxRobot robot) {
    var guest = store.design().guests().getFirst().id();
    var far = new MemoryBinding(MemoryMode.STRICT, NodeSet.of(3));
    robot.interact(() -> store.apply(new Edit.BindCell(guest, 0, far)));
    SampleStore.until(() -> store.settled().get());
    return store.problems().get().stream()
        .filter(one -> one.code().equals("N-04"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> fixes(FxRobot robot) {
    return robot.lookup(".problem-fix").queryAllAs(ButtonBase.class).stream()
        .map(ButtonBase::getText)
        .toList();
  }

  @Test
  void theWayOutStandsInItsRowOnceItWasTried(FxRobot robot) {
    var problem = farMemory(robot);

    SampleStore.until(() -> fixes(robot).contains(problem.fixes().getFirst().label()));

    assertThat(problem.fixesKnown()).isTrue();
  }

  @Test
  void theExplanationHasAllOfThem(FxRobot robot) {
    var problem = farMemory(robot);

    robot.interact(() -> view.asked().set(java.util.Optional.of(problem)));
    SampleStore.until(() -> robot.lookup("#fixes").tryQuery().isPresent());

    assertThat(robot.from(robot.lookup("#fixes").<javafx.scene.Node>query()).lookup(".fix-button"))
        .satisfies(buttons -> assertThat(buttons.queryAll()).hasSameSizeAs(problem.fixes()));
  }
}
