package org.numascape.app.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class LintDialogTest {

  private static final String PARAMETERS = "isolcpus=2-7 hugepages=16 hugepagesz=1G";

  @TempDir private Path folder;
  private LintDialog dialog;

  @Start
  void start(Stage stage) {
    Theme.use(false);
    stage.setScene(new Scene(new StackPane(), 900, 700));
    stage.setWidth(900);
    stage.setHeight(700);
    stage.show();
    dialog = new LintDialog(stage);
    dialog.stage().show();
  }

  @Test
  void aPastedTextIsRecognisedMarkedAndCorrected(FxRobot robot) {
    robot.interact(() -> text(robot).setText(PARAMETERS));

    assertThat(told(robot)).startsWith("kernel command line recognised: ");
    assertThat(dialog.codes()).isNotEmpty();
    assertThat(
            robot
                .from(robot.lookup("#lint-marks").queryAs(javafx.scene.Node.class))
                .lookup(".severity")
                .queryAll())
        .hasSize(1);

    robot.interact(
        () -> robot.lookup("#lint-findings").queryListView().getSelectionModel().select(0));
    assertThat(text(robot).getSelectedText()).isNotEmpty();
    assertThat(PARAMETERS).contains(text(robot).getSelectedText());
  }

  @Test
  void theCorrectedTextCanBeCopiedAndPutInThePlaceOfTheOld(FxRobot robot) {
    robot.interact(() -> text(robot).setText(PARAMETERS));
    robot.interact(() ->
        robot
            .lookup("#lint-tabs")
            .queryAs(javafx.scene.control.TabPane.class)
            .getSelectionModel()
            .selectLast());

    robot.clickOn("#lint-copy");
    var copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    robot.clickOn("#lint-take");

    assertThat(copied[0]).isNotEqualTo(PARAMETERS).isEqualTo(text(robot).getText());
    assertThat(robot.lookup("#lint-left").queryAs(Label.class).getText())
        .doesNotContain("corrected;");
  }

  @Test
  void whatIsNotRecognisedCanBeSaid(FxRobot robot) {
    robot.interact(() -> text(robot).setText("hello"));
    assertThat(told(robot)).isEqualTo("Not understood");

    robot.interact(
        () -> robot.lookup("#lint-kind").queryAs(ComboBox.class).getSelectionModel().select(7));

    assertThat(told(robot)).startsWith("kernel command line: ");
  }

  @Test
  void aFileIsTakenOver(FxRobot robot) throws IOException {
    var file = Files.writeString(folder.resolve("cmdline"), PARAMETERS);

    robot.interact(() -> dialog.open(file.toFile()));

    assertThat(text(robot).getText()).isEqualTo(PARAMETERS);
  }

  @Test
  void lineNumbersStandAtTheirLinesHoweverLongTheText(FxRobot robot) {
    String words = "isolcpus=2-7\n".repeat(30) + "quiet";
    robot.interact(() -> text(robot).setText(words));
    robot.interact(() -> dialog.stage().getScene().getRoot().layout());

    double line =
        text(robot).lookupAll(".text").stream()
                .filter(node -> node instanceof Text shown && shown.getText().equals(words))
                .mapToDouble(node -> node.getLayoutBounds().getHeight())
                .findFirst()
                .orElseThrow()
            / 31;

    var tops =
        robot.lookup("#lint-marks").queryAs(Pane.class).getChildren().stream()
            .map(row -> row.getLayoutY())
            .toList();
    assertThat(tops).hasSizeGreaterThan(20);
    assertThat(tops.getLast() - tops.getFirst()).isCloseTo((tops.size() - 1) * line, within(0.5));
  }

  private static TextArea text(FxRobot robot) {
    return robot.lookup("#lint-text").queryAs(TextArea.class);
  }

  private static String told(FxRobot robot) {
    return robot.lookup("#lint-told").queryAs(Label.class).getText();
  }
}
