package org.numascape.app.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;
import org.numascape.document.SettingsText;
import org.numascape.readiness.Step;
import org.numascape.readiness.StepState;
import org.numascape.readiness.Topic;
import org.numascape.topology.Setting;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ReadinessPanelTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private static final String TEXT =
      """
      == numascape settings 1
      /sys/devices/system/cpu/online:0-63
      /proc/sys/kernel/numa_balancing:1
      /proc/sys/vm/swappiness:60
      == numascape settings end
      """;

  private SampleStore sample;
  private ReadinessPanel panel;
  private final AtomicInteger opened = new AtomicInteger();

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    panel =
        new ReadinessPanel(
            sample.store(), new ReadinessWorkflow(stage, sample.store(), new Background(), clock));
    var bar = new UndecidedBar(sample.store(), opened::incrementAndGet);
    var scene = new Scene(new VBox(panel, bar), 1280, 600);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void whatNobodyReadIsUnknown(FxRobot robot) {
    SampleStore.until(() -> steps(robot).size() == 8);

    assertThat(step(robot, Topic.NUMA_BALANCING).state()).isEqualTo(StepState.UNKNOWN);
    assertThat(text(robot, "#readiness-source")).isEqualTo("The host's settings were not read yet");
    assertThat(text(robot, "#undecided .label")).contains("S-01");

    robot.clickOn("#read-settings");

    assertThat(opened).hasValue(1);
  }

  @Test
  void pastedOutputMakesStepsAndRulesKnown(FxRobot robot) {
    paste(robot, TEXT);

    SampleStore.until(() -> step(robot, Topic.NUMA_BALANCING).state() == StepState.OPEN);
    assertThat(sample.store().design().host().facts().settings().number(Setting.SWAPPINESS))
        .hasValue(60);
    assertThat(text(robot, "#readiness-source")).startsWith("read from pasted text, 1 Jan 2026");
    assertThat(panel.title().getValue()).isNotEqualTo("Readiness");
    SampleStore.until(
        () -> sample.store().problems().get().stream().anyMatch(one -> one.code().equals("S-01")));
    assertThat(sample.store().history().get().undoLabel()).as("reading is no edit").isEmpty();
  }

  @Test
  void whatChangedSinceTheReadingBeforeIsTold(FxRobot robot) {
    paste(robot, TEXT);
    paste(robot, TEXT.replace("swappiness:60", "swappiness:10"));

    SampleStore.until(() -> robot.lookup("#readiness-changed").query().isVisible());
    assertThat(text(robot, "#readiness-changed"))
        .isEqualTo("Changed since the reading before: swappiness 60 → 10");
  }

  @Test
  void aTextThatIsNoneOfTheCommandsIsRefusedInPlace(FxRobot robot) {
    robot.clickOn("#read-settings-menu").clickOn("#paste-settings");
    type(robot, "Architecture: x86_64");

    assertThat(text(robot, "#settings-told")).contains("not what the commands print");
    assertThat(robot.lookup("#settings-use").query().isDisabled()).isTrue();

    robot.clickOn("#copy-collector");

    assertThat(clipboard(robot)).isEqualTo(SettingsText.commands());
    robot.clickOn("Cancel");
  }

  @Test
  void commandsAndTheirUndoAreCopied(FxRobot robot) {
    paste(robot, TEXT);
    select(robot, Topic.NUMA_BALANCING);

    robot.clickOn("#copy-numa-balancing-0");
    assertThat(clipboard(robot)).isEqualTo("sysctl -w kernel.numa_balancing=0\n");

    robot.clickOn("#undo-numa-balancing-0");
    assertThat(clipboard(robot)).isEqualTo("sysctl -w kernel.numa_balancing=1\n");

    robot.clickOn("#copy-all");
    assertThat(clipboard(robot)).contains("# 3. No automatic NUMA balancing");
  }

  @Test
  void whatTheDesignCanDoItselfIsAnEdit(FxRobot robot) {
    SampleStore.until(() -> steps(robot).size() == 8);
    select(robot, Topic.ISOLATION);
    var edit = robot.lookup(".step-edit").queryButton();

    robot.clickOn(edit);

    assertThat(sample.store().design().isolated()).isPresent();
    assertThat(sample.store().history().get().undoLabel())
        .contains(edit.getText().replace("Plan to i", "I"));
  }

  @Test
  void whereSshCannotLogInIsToldWhileTyping(FxRobot robot) {
    robot.clickOn("#read-settings-menu").clickOn("#collect-settings");
    robot.interact(
        () -> ((TextInputControl) robot.lookup("#ssh-host").query()).setText("-oProxyCommand=x"));

    assertThat(text(robot, "#ssh-trouble")).contains("is no host for ssh");
    assertThat(robot.lookup("#ssh-collect").query().isDisabled()).isTrue();

    robot.interact(
        () -> ((TextInputControl) robot.lookup("#ssh-host").query()).setText("root@kvm-07"));

    assertThat(robot.lookup("#ssh-collect").query().isDisabled()).isFalse();
    robot.clickOn("Cancel");
  }

  @Test
  void settingsOfAnotherMachineAreTakenOnlyAfterAQuestion(FxRobot robot) {
    paste(robot, TEXT.replace("online:0-63", "online:0-7"));

    assertThat(sample.store().design().host().facts().settings().isEmpty()).isTrue();

    robot.clickOn("#use-anyway");

    SampleStore.until(() -> !sample.store().design().host().facts().settings().isEmpty());
  }

  private void paste(FxRobot robot, String text) {
    SampleStore.until(() -> steps(robot).size() == 8);
    robot.clickOn("#read-settings-menu").clickOn("#paste-settings");
    type(robot, text);
    robot.clickOn("#settings-use");
  }

  private static void type(FxRobot robot, String text) {
    robot.interact(() -> ((TextInputControl) robot.lookup("#settings-text").query()).setText(text));
  }

  private static List<Step> steps(FxRobot robot) {
    return robot.lookup("#readiness").<Step>queryListView().getItems();
  }

  private static Step step(FxRobot robot, Topic topic) {
    return steps(robot).stream().filter(step -> step.topic() == topic).findFirst().orElseThrow();
  }

  private static void select(FxRobot robot, Topic topic) {
    robot.interact(() ->
        robot.lookup("#readiness").queryListView().getSelectionModel().select(topic.number() - 1));
  }

  private static String text(FxRobot robot, String query) {
    Node node = robot.lookup(query).query();
    return ((Label) node).getText();
  }

  private static String clipboard(FxRobot robot) {
    var copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    return copied[0];
  }
}
