package org.numascape.app.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.design.AccessPattern;
import org.numascape.design.CostEdit;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class CostBoxTest {

  private final ViewState view = new ViewState();
  private final StackPane root = new StackPane();
  private SampleStore sample;

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    Theme.use(false);
    var scene = new Scene(root, 500, 700);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void theTermsAddUpToTheNumberAndSayWhereTheyComeFrom(FxRobot robot) {
    open(robot, "build-ci");

    assertThat(words(robot))
        .contains(
            "≈ ×2.1", "node 1 → node 2", "100 %", "of ≈ 210 ns", "Together", "≈ 210 ns (≈ ×2.1)")
        .contains("100 ns · (1 + 0.5 · (32 − 10) / 10)")
        .contains("takes ≈ 210 ns instead of ≈ 100 ns (+110 %)")
        .contains("estimated from the firmware's distances");
  }

  @Test
  void nothingIsSaidOfSlownessUntilThePersonSaysHowOftenItWaits(FxRobot robot) {
    open(robot, "build-ci");
    assertThat(words(robot)).contains("Not said.").doesNotContain("longer than");

    robot.interact(() -> robot.lookup("#waiting-share").queryAs(Slider.class).setValue(20));

    assertThat(robot.lookup("#waiting-words").queryAs(Label.class).getText())
        .isEqualTo(
            "With 20 % of its time spent waiting for memory it would take ≈ +22 % longer than with"
                + " all memory local.");
    assertThat(view.memoryBound()).containsEntry(sample.id("build-ci"), 0.2);
  }

  @Test
  void anAccessPatternIsChosenSavedAndUndone(FxRobot robot) {
    open(robot, "large-vm");

    robot.clickOn("#pattern-0");

    var chosen = sample.store().design().costs().pattern(sample.id("large-vm"));
    assertThat(chosen).isEqualTo(AccessPattern.UNIFORM);
    assertThat(words(robot)).contains("Taken as all memory alike");
    robot.interact(sample.store()::undo);
    assertThat(words(robot)).contains("Taken as own cell only");
  }

  @Test
  void measuredLatenciesAreNamedWithTheirOrigin(FxRobot robot) {
    var rows = Map.of(1, Map.of(1, 78.0, 2, 143.0));
    var measured = new MeasuredLatency(rows, "Intel Memory Latency Checker v3.9", "mlc.txt", "");
    robot.interact(
        () -> sample.store().apply(new CostEdit.Measure(Optional.of(measured), Optional.empty())));

    open(robot, "build-ci");

    assertThat(words(robot))
        .contains("of 143 ns", "measured", "≈ ×1.8")
        .contains("Measured: Intel Memory Latency Checker v3.9, mlc.txt");
  }

  @Test
  void whatTheMemoryIsAskedForStandsBesideTheNumberAndNotInIt(FxRobot robot) {
    var rows = Map.of(1, Map.of(1, 100_000.0, 2, 30_000.0), 2, Map.of(2, 100_000.0));
    var measured = new MeasuredBandwidth(rows, "table", "bw.csv", "");
    open(robot, "build-ci");
    String before = robot.lookup("#cost-sum").queryAs(Label.class).getText();
    assertThat(words(robot)).contains("of an unknown bandwidth");
    assertThat(robot.lookup("#traffic-unknown").query().isVisible()).isTrue();

    robot.interact(
        () -> sample.store().apply(new CostEdit.Measure(Optional.empty(), Optional.of(measured))));

    assertThat(words(robot))
        .contains("all to node 2", "of 100 GB/s", "node 1 → node 2", "of 30 GB/s", ", measured");
    assertThat(robot.lookup("#traffic-unknown").query().isVisible()).isFalse();
    assertThat(robot.lookup("#cost-sum").queryAs(Label.class).getText()).isEqualTo(before);
  }

  @Test
  void whatAVcpuReadsIsSaidSavedAndUndone(FxRobot robot) {
    open(robot, "build-ci");
    var field = robot.lookup("#vcpu-reads").queryAs(TextField.class);

    robot.interact(() -> {
      field.setText("4.5 GB/s");
      field.fireEvent(new ActionEvent());
    });

    assertThat(sample.store().design().costs().appetite(sample.id("build-ci"))).hasValue(4.5);
    assertThat(field.getText()).isEqualTo("4.5");
    robot.interact(() -> {
      field.setText("0");
      field.fireEvent(new ActionEvent());
    });
    assertThat(words(robot)).contains("a CPU reads more than 0");
    robot.interact(sample.store()::undo);
    assertThat(sample.store().design().costs().appetite(sample.id("build-ci"))).isEmpty();
  }

  @Test
  void itsProblemsLeadToTheirExplanation(FxRobot robot) {
    open(robot, "build-ci");

    robot.clickOn("N-02  Memory is on the far node");

    assertThat(view.asked().get().orElseThrow().code()).isEqualTo("N-02");
  }

  private void open(FxRobot robot, String guest) {
    robot.interact(() ->
        root.getChildren().setAll(new CostBox(sample.store(), view, sample.id(guest), () -> {})));
  }

  private static String words(FxRobot robot) {
    return robot.lookup((javafx.scene.Node node) -> node instanceof Labeled).queryAll().stream()
        .map(node -> ((Labeled) node).getText())
        .reduce("", (one, other) -> one + "\n" + other);
  }
}
