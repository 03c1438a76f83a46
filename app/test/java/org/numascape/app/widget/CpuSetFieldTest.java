package org.numascape.app.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.theme.Theme;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class CpuSetFieldTest {

  private final AtomicReference<CpuSet> cpus = new AtomicReference<>(CpuSet.parse("2-3"));
  private final AtomicReference<NodeSet> nodes = new AtomicReference<>(NodeSet.of(0));

  @Start
  void start(Stage stage) {
    var store = SampleStore.described();
    var field =
        CpuSetField.cpus(
            "some-cpus", "any CPU", "CPUs", store.analysis()::get, cpus::get, cpus::set);
    var bound =
        CpuSetField.nodes(
            "some-nodes",
            "",
            "Nodes",
            store.analysis()::get,
            nodes::get,
            nodes::set,
            set -> set.isEmpty() ? Optional.of("name a node") : Optional.empty());
    var scene = new Scene(new VBox(10, field, bound, new Button("elsewhere")), 420, 400);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void enterTakesWordsOverAsThePlainSetTheyStandFor(FxRobot robot) {
    type(robot, "#some-cpus", "core5,^37");

    robot.push(KeyCode.ENTER);

    assertThat(cpus.get()).isEqualTo(CpuSet.of(5));
    assertThat(input(robot, "#some-cpus").getText()).isEqualTo("5");
  }

  @Test
  void whileTypingWordsTheFieldSaysWhatTheyStandFor(FxRobot robot) {
    type(robot, "#some-cpus", "core5");

    assertThat(robot.lookup("#some-cpus-meaning").<Label>query().getText())
        .isEqualTo("2 CPUs: 5,37");
    assertThat(input(robot, "#some-cpus").getAccessibleText()).isEqualTo("CPUs: 2 CPUs: 5,37");
  }

  @Test
  void aMistakeStandsBelowTheFieldAndChangesNothing(FxRobot robot) {
    type(robot, "#some-cpus", "1,99");

    robot.push(KeyCode.ENTER);

    assertThat(robot.lookup("#some-cpus-mistake").<Label>query().getText())
        .isEqualTo("CPU 99 is not on this host, it has 0-63");
    assertThat(input(robot, "#some-cpus").getSelectedText()).isEqualTo("99");
    assertThat(cpus.get()).isEqualTo(CpuSet.parse("2-3"));
  }

  @Test
  void escapePutsBackWhatStoodThere(FxRobot robot) {
    type(robot, "#some-cpus", "7");

    robot.push(KeyCode.ESCAPE);

    assertThat(input(robot, "#some-cpus").getText()).isEqualTo("2-3");
    assertThat(cpus.get()).isEqualTo(CpuSet.parse("2-3"));
  }

  @Test
  void lettersOpenTheSuggestionsAndEnterTakesTheChosenOne(FxRobot robot) {
    type(robot, "#some-cpus", "8,pack");
    robot.write("a");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(suggestions()).isPresent();

    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(input(robot, "#some-cpus").getText()).isEqualTo("8, package1");
    assertThat(suggestions()).isEmpty();
  }

  @Test
  void aSetThatWillNotDoIsRefusedInTheWordsOfWhoeverAsks(FxRobot robot) {
    type(robot, "#some-nodes", "");

    robot.push(KeyCode.ENTER);

    assertThat(robot.lookup("#some-nodes-mistake").<Label>query().getText())
        .isEqualTo("name a node");
    assertThat(nodes.get()).isEqualTo(NodeSet.of(0));
  }

  private static Optional<Window> suggestions() {
    return Window.getWindows().stream()
        .filter(window -> window.getScene().lookup("#some-cpus-suggestions") instanceof ListView)
        .findFirst();
  }

  private static TextField input(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(TextField.class);
  }

  private static void type(FxRobot robot, String query, String text) {
    robot.interact(() -> {
      input(robot, query).requestFocus();
      input(robot, query).setText(text);
      input(robot, query).end();
    });
  }
}
