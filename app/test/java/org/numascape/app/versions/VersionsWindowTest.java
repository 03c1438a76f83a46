package org.numascape.app.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.SampleStore;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;
import org.numascape.design.Edit;
import org.numascape.design.PoolPlan;
import org.numascape.document.DesignFiles;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class VersionsWindowTest {
  @TempDir private Path folder;
  private SampleStore sample;
  private VersionsWorkflow versions;

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    versions = new VersionsWorkflow(stage, sample.store(), new Background());
    var scene = new Scene(new StackPane(), 1300, 800);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void theDesignIsHeldAgainstItsLatestSnapshotInWordsXmlAndProblems(FxRobot robot) {
    robot.interact(() -> sample.store().keep("before"));
    pin(robot, 3);

    robot.interact(() -> versions.compare());

    SampleStore.until(() -> changes(robot).contains("vCPU 0: CPU 2 → CPU 3"));
    assertThat(problems(robot))
        .anyMatch(row -> row.fate() == ProblemRow.Fate.GAINED && row.words().contains("P-02"));
    assertThat(
            robot.lookup(".diff-added .diff-text").queryAllAs(Label.class).stream()
                .map(Label::getText))
        .anyMatch(line -> line.contains("<vcpupin vcpu='0' cpuset='3'/>"));
  }

  @Test
  void swappingTurnsGainedProblemsIntoLostOnes(FxRobot robot) {
    robot.interact(() -> sample.store().keep("before"));
    pin(robot, 3);
    robot.interact(() -> versions.compare());
    SampleStore.until(() -> changes(robot).contains("vCPU 0: CPU 2 → CPU 3"));

    robot.clickOn("#versions-swap");

    SampleStore.until(() -> changes(robot).contains("vCPU 0: CPU 3 → CPU 2"));
    assertThat(problems(robot))
        .anyMatch(row -> row.fate() == ProblemRow.Fate.LOST && row.words().contains("P-02"));
  }

  @Test
  void aDesignFileIsHeldAgainstTheDesignNow(FxRobot robot) throws IOException {
    var file = folder.resolve("other.numascape.json");
    var grown = new Edit.PlanPool(new PoolPlan(2, PageSize.TWO_MIB, 16_384));
    DesignFiles.overwrite(file, grown.applyTo(sample.store().design()));

    robot.interact(() -> versions.compare(file));

    SampleStore.until(
        () -> changes(robot).contains("pool of 2 MiB pages on node 2: 16,384 → 12,288"));
  }

  @Test
  void aFileThatIsNoDesignIsTold(FxRobot robot) {
    robot.interact(() -> versions.compare(folder.resolve("absent.numascape.json")));

    SampleStore.until(() ->
        robot
            .lookup("#version-summary")
            .queryAs(Label.class)
            .getText()
            .equals("The designs cannot be compared"));
  }

  private void pin(FxRobot robot, int cpu) {
    var edit = new Edit.PinVcpus(sample.id("db-server"), Map.of(0, CpuSet.of(cpu)));
    robot.interact(() -> sample.store().apply(edit));
  }

  private static List<String> changes(FxRobot robot) {
    return rows(robot, "#version-changes").stream().map(row -> ((ChangeRow) row).words()).toList();
  }

  private static List<ProblemRow> problems(FxRobot robot) {
    return rows(robot, "#version-problems").stream().map(row -> (ProblemRow) row).toList();
  }

  private static List<?> rows(FxRobot robot, String id) {
    Optional<ListView<Object>> list = robot.lookup(id).tryQuery();
    return list.map(found -> List.copyOf(found.getItems())).orElse(List.of());
  }
}
