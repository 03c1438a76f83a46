package org.numascape.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.app.Patience.until;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;
import org.numascape.sample.SampleHosts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Choosing a sample host by keyboard, by words and by mouse.
@ExtendWith(ApplicationExtension.class)
final class GalleryTest {

  private Stage stage;
  private final CompletableFuture<Optional<String>> answer = new CompletableFuture<>();

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setX(0);
    stage.setY(0);
    var scene = new Scene(new StackPane(), 960, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void open(FxRobot robot) {
    Platform.runLater(() -> answer.complete(new Gallery(new Background()).choose(stage)));
    until(
        "every sample has its words",
        () ->
            robot.lookup("#samples").tryQueryAs(FlowPane.class).isPresent()
                && tiles(robot) == SampleHosts.names().size()
                && robot.lookup(".sample-tile").<SampleTile>queryAll().stream()
                    .noneMatch(tile -> tile.words().isEmpty()));
  }

  private static long tiles(FxRobot robot) {
    return robot.lookup("#samples").<FlowPane>query().getChildren().stream()
        .filter(SampleTile.class::isInstance)
        .count();
  }

  private Optional<String> answer() throws Exception {
    return answer.get(20, TimeUnit.SECONDS);
  }

  @Test
  void wordsNarrowTheSamplesAndEnterOpensTheFirstLeft(FxRobot robot) throws Exception {
    robot.interact(() -> robot.lookup("#gallery-search").<TextField>query().setText("cxl"));
    until("one sample is left", () -> tiles(robot) == 1);
    robot.interact(() -> robot.lookup("#gallery-search").query().requestFocus());
    robot.type(KeyCode.ENTER);

    assertThat(answer()).contains("xeon-cxl");
  }

  @Test
  void arrowKeysWalkFromTheSearchOverTheTiles(FxRobot robot) throws Exception {
    robot.interact(() -> robot.lookup("#gallery-search").query().requestFocus());
    robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER);

    assertThat(answer()).contains(SampleHosts.names().get(1));
  }

  @Test
  void wordsThatNoSampleHasAreSaidAndNothingCanBeOpened(FxRobot robot) throws Exception {
    robot.interact(() -> robot.lookup("#gallery-search").<TextField>query().setText("mainframe"));
    until("no sample is left", () -> tiles(robot) == 0);

    assertThat(robot.lookup("No sample has these words.").tryQuery()).isPresent();
    assertThat(robot.lookup("Open").<Button>query().isDisabled()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(answer()).isEmpty();
  }

  @Test
  void everySampleGetsAPictureInTheBackground(FxRobot robot) throws Exception {
    until(
        "every tile has its picture",
        () ->
            robot.lookup(".sample-picture").queryAll().stream()
                    .filter(frame ->
                        frame.lookup("ImageView") instanceof ImageView view
                            && view.getImage() != null)
                    .count()
                == SampleHosts.names().size());

    robot.type(KeyCode.ESCAPE);
    assertThat(answer()).isEmpty();
  }
}
