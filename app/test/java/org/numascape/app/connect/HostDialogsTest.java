package org.numascape.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.app.Patience.until;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is said while somebody pastes text of a host or makes one up.
@ExtendWith(ApplicationExtension.class)
final class HostDialogsTest {

  private static final String LSCPU =
      """
      CPU NODE SOCKET CORE ONLINE
        0    0      0    0 yes
        1    1      0    1 yes
      """;

  private static final String NUMACTL =
      """
      available: 2 nodes (0-1)
      node 0 cpus: 1
      node 0 size: 4096 MB
      node 0 free: 1024 MB
      node 1 cpus: 0
      node 1 size: 4096 MB
      node 1 free: 1024 MB
      node distances:
      node   0   1
        0:  10  21
        1:  21  10
      """;

  private final Background background = new Background();
  private Stage stage;

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

  private static <T> CompletableFuture<Optional<T>> show(
      FxRobot robot, String field, Supplier<Dialog<T>> dialog) {
    var answer = new CompletableFuture<Optional<T>>();
    Platform.runLater(() -> answer.complete(dialog.get().showAndWait()));
    until("the dialog is shown", () -> robot.lookup(field).tryQuery().isPresent());
    return answer;
  }

  private static void type(FxRobot robot, String field, String text) {
    robot.interact(() -> robot.lookup(field).<TextInputControl>query().setText(text));
  }

  private static String said(FxRobot robot, String label) {
    return robot.lookup(label).<Label>query().getText();
  }

  private static boolean canOpen(FxRobot robot) {
    return !robot.lookup("Open").<Button>query().isDisabled();
  }

  @Test
  void pastedTextIsRecognisedAndWhatItsToolsSayDifferentlyIsNamed(FxRobot robot) throws Exception {
    var answer = show(robot, "#pasted", () -> new PasteDialog(stage, background, ""));

    type(robot, "#pasted", LSCPU + NUMACTL);
    until("the text is read", () -> canOpen(robot));
    String told = said(robot, "#pasted-told");
    robot.interact(() -> robot.lookup("Open").<Button>query().fire());

    assertThat(told).contains("Recognised: lscpu -e, numactl -H").contains("2 NUMA nodes");
    assertThat(told).contains("They differ on CPUs of node 0: lscpu -e says 0, numactl -H says 1");
    var opened = answer.get(20, TimeUnit.SECONDS).orElseThrow().reading().call();
    assertThat(opened.design().host().pus()).hasSize(2);
  }

  @Test
  void textOfNoToolCannotBeOpenedAndIsThereAgainForTheNextTime(FxRobot robot) throws Exception {
    var dialogs = new CompletableFuture<PasteDialog>();
    var answer =
        show(
            robot,
            "#pasted",
            () -> {
              var dialog = new PasteDialog(stage, background, "what was there before");
              dialogs.complete(dialog);
              return dialog;
            });

    until("it is told", () -> said(robot, "#pasted-told").contains("Nothing here is the output"));
    boolean possible = canOpen(robot);
    robot.type(KeyCode.ESCAPE);

    assertThat(possible).isFalse();
    assertThat(answer.get(20, TimeUnit.SECONDS)).isEmpty();
    assertThat(dialogs.get().text()).isEqualTo("what was there before");
  }

  @Test
  void aDescriptionIsCountedWhileItIsTypedAndOpens(FxRobot robot) throws Exception {
    var answer =
        show(robot, "#synthetic-description", () -> new SyntheticDialog(stage, background));

    type(robot, "#synthetic-description", "pack:2 core:4 pu:2");
    until("it is counted", () -> canOpen(robot));
    String told = said(robot, "#synthetic-told");
    robot.interact(() -> robot.lookup("#synthetic-description").query().requestFocus());
    robot.type(KeyCode.ENTER);

    assertThat(told).contains("2 packages").contains("8 cores").contains("16 CPUs");
    assertThat(answer.get(20, TimeUnit.SECONDS)).contains("pack:2 core:4 pu:2");
  }

  @Test
  void aMistakeInADescriptionIsShownAtItsCharacter(FxRobot robot) throws Exception {
    var answer =
        show(robot, "#synthetic-description", () -> new SyntheticDialog(stage, background));

    type(robot, "#synthetic-description", "pack:2 coore:8 pu:2");
    until("it is told", () -> said(robot, "#synthetic-told").startsWith("Character 8"));

    assertThat(said(robot, "#synthetic-place")).isEqualTo("pack:2 coore:8 pu:2\n       ^");
    assertThat(canOpen(robot)).isFalse();
    type(robot, "#synthetic-description", "pack:2 core:8 pu:2");
    until("it is mended", () -> canOpen(robot));
    assertThat(robot.lookup("#synthetic-place").query().isVisible()).isFalse();
    robot.interact(() -> robot.lookup("#synthetic-description").<TextField>query().clear());
    robot.type(KeyCode.ESCAPE);
    assertThat(answer.get(20, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void aLongDescriptionIsShownAroundItsMistake() {
    String description = "pack:2 ".repeat(20) + "x";

    String marked = SyntheticDialog.marked(description, description.length());

    var lines = marked.lines().toList();
    assertThat(lines.getFirst()).startsWith("…").endsWith("pack:2 x");
    assertThat(lines.getLast().indexOf('^')).isEqualTo(lines.getFirst().length() - 1);
  }
}
