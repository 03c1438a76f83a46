package org.numascape.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.app.Patience.until;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;
import org.numascape.document.Folders;
import org.numascape.document.HostOpener;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Rect;
import org.numascape.format.picture.PictureFormat;
import org.numascape.sample.SampleHosts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Pictures as files, on the clipboard and without names.
@ExtendWith(ApplicationExtension.class)
final class PictureTest {

  private static final Choices SVG = Choices.USUAL.as(PictureFormat.SVG);

  @TempDir private Path home;
  private final Background background = new Background();
  private final StackPane root = new StackPane(new Label("a picture"));
  private Stage stage;
  private Seen seen;
  private PictureWorkflow workflow;

  @Start
  void start(Stage shown) throws Exception {
    stage = shown;
    stage.setX(0);
    stage.setY(0);
    var scene = new Scene(root, 960, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    seen =
        new Seen(
            HostOpener.sample(SampleHosts.DEMONSTRATION).design(),
            DrawingOptions.STANDARD,
            new Rect(0, 0, 200, 150),
            Optional.empty());
    workflow =
        new PictureWorkflow(
            stage, background, new Folders(home.resolve("config"), home.resolve("state")));
  }

  private byte[] written(FxRobot robot, Choices choices) throws Exception {
    var file = home.resolve("host." + choices.format().suffix());
    robot.interact(() -> workflow.write(choices, seen, file));
    until(
        "it is saved",
        () -> robot.lookup("Saved " + file).tryQuery().isPresent() && Files.size(file) > 100);
    return Files.readAllBytes(file);
  }

  private String svg(FxRobot robot, Choices choices) throws Exception {
    return new String(written(robot, choices), StandardCharsets.UTF_8);
  }

  @Test
  void aPngBeginsAsOne(FxRobot robot) throws Exception {
    assertThat(written(robot, Choices.USUAL)).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void aPdfBeginsAsOne(FxRobot robot) throws Exception {
    assertThat(written(robot, Choices.USUAL.as(PictureFormat.PDF))).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void anSvgHasTheNamesAsText(FxRobot robot) throws Exception {
    assertThat(svg(robot, SVG)).contains("kvm-07").contains("build-ci");
  }

  @Test
  void aNamelessPictureNamesNeitherHostNorGuests(FxRobot robot) throws Exception {
    var nameless =
        new Choices(PictureFormat.SVG, Look.DARK, 1, Part.WHOLE, true, false, true, true);

    assertThat(svg(robot, nameless))
        .doesNotContain("kvm-07")
        .doesNotContain("build-ci")
        .doesNotContain("db-server")
        .contains("vm1");
  }

  @Test
  void aLegendStandsBelowTheHostAndLeavesItAsItWas() {
    var without = SVG.picture(seen).drawing();
    var legend = new Choices(PictureFormat.SVG, Look.LIGHT, 1, Part.WHOLE, true, true, true, true);

    var with = legend.picture(seen).drawing();

    assertThat(with.height()).isGreaterThan(without.height());
    assertThat(with.width()).isEqualTo(without.width());
    assertThat(with.shapes()).containsAll(without.shapes());
  }

  @Test
  void whatIsSeenIsAPartOfTheWhole() {
    var part = new Choices(PictureFormat.PNG, Look.LIGHT, 1, Part.VISIBLE, true, true, false, true);

    var drawing = part.picture(seen).drawing();

    assertThat(drawing.width()).isLessThanOrEqualTo(200);
    assertThat(drawing.shapes()).hasSizeLessThan(SVG.picture(seen).drawing().shapes().size());
  }

  @Test
  void theDialogShowsThePictureAndAnswersWithWhatWasChosen(FxRobot robot) throws Exception {
    var answer = new CompletableFuture<Optional<Choices>>();
    Platform.runLater(() ->
        answer.complete(
            PictureDialog.forFile(stage, background, seen, Choices.USUAL).showAndWait()));
    until("a picture is shown", () -> shown(robot));
    String small = robot.lookup("#picture-size").<Label>query().getText();

    robot.interact(() -> {
      robot.lookup("#picture-format").<ChoiceBox<PictureFormat>>query().setValue(PictureFormat.PDF);
      robot.lookup("#picture-look").<ChoiceBox<Look>>query().setValue(Look.GREY);
      robot.lookup("#picture-legend").<CheckBox>query().setSelected(true);
    });
    until(
        "it is drawn anew",
        () -> !robot.lookup("#picture-size").<Label>query().getText().equals(small));
    robot.interact(() -> robot.lookup("Save…").<Button>query().fire());

    var choices = answer.get(20, TimeUnit.SECONDS).orElseThrow();
    assertThat(small).contains("pixels");
    assertThat(choices.format()).isEqualTo(PictureFormat.PDF);
    assertThat(choices.look()).isEqualTo(Look.GREY);
    assertThat(choices.legend()).isTrue();
  }

  private static boolean shown(FxRobot robot) {
    return robot
        .lookup("#picture-preview")
        .tryQueryAs(ImageView.class)
        .filter(view -> view.getImage() != null)
        .isPresent();
  }

  @Test
  void whatWasChosenIsRememberedAndAnUnknownValueIsTheUsualOne() throws Exception {
    var folders = new Folders(home.resolve("kept"), home.resolve("state"));
    var file = home.resolve("kept/pictures.properties");
    var wanted = new Choices(PictureFormat.PDF, Look.GREY, 3, Part.WHOLE, false, true, true, true);

    new Remembered(folders, background).keep(wanted);
    until("it is kept", () -> Files.exists(file) && Files.size(file) > 0);
    var again = new Remembered(folders, background).choices();
    Files.writeString(file, "look=PLAID\n");

    assertThat(again).isEqualTo(wanted);
    assertThat(new Remembered(folders, background).choices()).isEqualTo(Choices.USUAL);
  }

  @Test
  void aPartOfTheWindowIsCopiedAsLargeAsItIs(FxRobot robot) {
    robot.interact(() -> workflow.copy(root, Optional.of(new BoundingBox(10, 10, 120, 80))));

    var size = new double[2];
    robot.interact(() -> {
      var image = Clipboard.getSystemClipboard().getImage();
      size[0] = image.getWidth();
      size[1] = image.getHeight();
    });
    assertThat(size).containsExactly(120, 80);
  }
}
