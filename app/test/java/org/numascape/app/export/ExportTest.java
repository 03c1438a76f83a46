package org.numascape.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.app.Patience.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.app.theme.Theme;
import org.numascape.document.HostOpener;
import org.numascape.format.synthetic.SyntheticReader;
import org.numascape.sample.SampleHosts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Hosts as files of other programs.
@ExtendWith(ApplicationExtension.class)
final class ExportTest {

  @TempDir private Path home;
  private final Background background = new Background();
  private Stage stage;
  private DesignStore store;

  @Start
  void start(Stage shown) throws Exception {
    stage = shown;
    stage.setX(0);
    stage.setY(0);
    var scene = new Scene(new StackPane(), 960, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    store =
        new DesignStore(
            HostOpener.sample(SampleHosts.DEMONSTRATION).design(), Session.ofFile(Instant.EPOCH));
  }

  @Test
  void theTextIsSeenBeforeItIsWrittenAndNamesNobodyOnRequest(FxRobot robot) throws Exception {
    var answer = new CompletableFuture<Optional<ExportDialog.Answer>>();
    Platform.runLater(() ->
        answer.complete(new ExportDialog(stage, background, store.design().host()).showAndWait()));
    until("the text is shown", () -> preview(robot).contains("kvm-07"));

    robot.interact(() -> robot.lookup("#export-names").<CheckBox>query().setSelected(false));
    until(
        "the text names nobody",
        () -> preview(robot).startsWith("<?xml") && !preview(robot).contains("kvm-07"));
    robot.interact(() -> robot.lookup("Save…").<Button>query().fire());

    var text = answer.get(20, TimeUnit.SECONDS).orElseThrow().written().text();
    assertThat(text).doesNotContain("kvm-07").contains("</topology>");
  }

  @Test
  void whatIsWrittenOpensAsTheSameHost(FxRobot robot) throws Exception {
    var file = home.resolve("host.xml");
    var host = store.design().host();
    var workflow = new ExportWorkflow(stage, store, background);

    String text = Form.HWLOC.write(host, true).text();
    robot.interact(() -> workflow.write(text, file));
    until(
        "it is saved",
        () -> robot.lookup("Saved " + file).tryQuery().isPresent() && Files.exists(file));

    var again = HostOpener.file(file).design().host();
    assertThat(again.pus().keySet()).isEqualTo(host.pus().keySet());
    assertThat(again.nodes().keySet()).isEqualTo(host.nodes().keySet());
    assertThat(again.distances()).isEqualTo(host.distances());
  }

  @Test
  void aRegularHostIsOneLineThatOpensAsTheSameCpusAndNodes() throws Exception {
    var host = SampleHosts.load("xeon-ring").topology();

    var written = Form.SYNTHETIC.write(host, true);

    assertThat(written.text().lines()).hasSize(1);
    assertThat(written.lost()).isNotEmpty();
    var again = SyntheticReader.read("again", written.text().strip());
    assertThat(again.pus().keySet()).isEqualTo(host.pus().keySet());
    assertThat(again.nodes().keySet()).isEqualTo(host.nodes().keySet());
  }

  @Test
  void aHostTheFormHasNoWordsForIsRefusedWithAReasonAndCannotBeSaved(FxRobot robot)
      throws Exception {
    var laptop = SampleHosts.load("laptop").topology();
    var answer = new CompletableFuture<Optional<ExportDialog.Answer>>();
    Platform.runLater(
        () -> answer.complete(new ExportDialog(stage, background, laptop).showAndWait()));
    until("the text is shown", () -> preview(robot).startsWith("<?xml"));

    robot.interact(
        () -> robot.lookup("#export-form").<ChoiceBox<Form>>query().setValue(Form.SYNTHETIC));
    until(
        "it is refused",
        () -> robot.lookup("#export-told").query().getStyleClass().contains("danger"));

    assertThat(robot.lookup("#export-told").<Label>query().getText()).contains("this host");
    assertThat(robot.lookup("Save…").<Button>query().isDisabled()).isTrue();
    assertThat(preview(robot)).isEmpty();
    robot.type(KeyCode.ESCAPE);
    assertThat(answer.get(20, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void aFolderThatIsMissingIsNamed(FxRobot robot) {
    var file = home.resolve("nowhere/host.xml");
    var workflow = new ExportWorkflow(stage, store, background);

    robot.interact(() -> workflow.write("<topology/>", file));
    until("it is told", () -> robot.lookup("The host was not saved").tryQuery().isPresent());

    assertThat(file).doesNotExist();
    robot.clickOn("Close");
  }

  private static String preview(FxRobot robot) {
    return robot
        .lookup("#export-preview")
        .tryQueryAs(TextArea.class)
        .map(TextArea::getText)
        .orElse("");
  }
}
