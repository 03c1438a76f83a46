package org.numascape.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.app.Patience.until;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;
import org.numascape.comparison.Difference;
import org.numascape.comparison.Weight;
import org.numascape.format.FormatException;
import org.numascape.sample.SampleHosts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Choosing two hosts and looking at what differs.
@ExtendWith(ApplicationExtension.class)
final class CompareTest {

  private CompareWorkflow workflow;

  @Start
  void start(Stage stage) {
    stage.setX(0);
    stage.setY(0);
    var scene = new Scene(new StackPane(), 960, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    workflow = new CompareWorkflow(stage, new Background(), CompareTest::offer);
  }

  @AfterEach
  void closeAll(FxRobot robot) {
    robot.interact(() ->
        List.copyOf(Window.getWindows()).stream()
            .filter(CompareWindow.class::isInstance)
            .forEach(Window::hide));
  }

  private static Offer offer() {
    var choices = new ArrayList<HostChoice>();
    for (var name : List.of("epyc-nps1", "epyc-nps4", "laptop")) {
      choices.add(new HostChoice("sample host", name, () -> side(name)));
    }
    choices.add(
        new HostChoice(
            "lately open",
            "gone.xml",
            () -> {
              throw new FormatException("gone.xml", 0, "There is no such file.");
            }));
    var question =
        new HostQuestion(
            "Files…",
            (window, then) ->
                then.accept(new HostChoice("chosen just now", "sgi-uv", () -> side("sgi-uv"))));
    return new Offer(choices, List.of(question));
  }

  private static Side side(String name) throws FormatException {
    return new Side(name, SampleHosts.load(name).topology());
  }

  private void begin(FxRobot robot) {
    Platform.runLater(workflow::begin);
    until("the dialog is shown", () -> robot.lookup("#compare-dialog").tryQuery().isPresent());
  }

  private static void choose(FxRobot robot, String list, String words) {
    robot.interact(() -> robot.lookup(list + "-search").<TextField>query().setText(words));
  }

  private static void compare(FxRobot robot) {
    robot.interact(() -> robot.lookup("Compare").<Button>query().fire());
  }

  private static ListView<Difference> differences(FxRobot robot) {
    return robot.lookup("#differences").query();
  }

  private static void untilCompared(FxRobot robot) {
    until(
        "differences are listed",
        () ->
            robot.lookup("#differences").tryQuery().isPresent()
                && !differences(robot).getItems().isEmpty());
  }

  @Test
  void theFirstTwoHostsAreProposedAndDifferencesComeByWeight(FxRobot robot) {
    begin(robot);
    compare(robot);
    untilCompared(robot);

    var weights = differences(robot).getItems().stream().map(Difference::weight).toList();
    assertThat(weights).isSorted().startsWith(Weight.DECISIVE).contains(Weight.NOTABLE);
    assertThat(robot.lookup("#compare-verdict").<Label>query().getText())
        .contains("differences")
        .contains("matter to where guests are placed");
  }

  @Test
  void arrowKeysWalkTheDifferencesAndEachIsMarkedInBothPictures(FxRobot robot) {
    begin(robot);
    compare(robot);
    untilCompared(robot);
    robot.interact(() -> differences(robot).requestFocus());
    robot.type(KeyCode.HOME, KeyCode.DOWN);

    var selected = differences(robot).getSelectionModel().getSelectedItem();
    assertThat(differences(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
    assertThat(selected.inBefore()).isNotEmpty();
    assertThat(selected.inAfter()).isNotEmpty();
  }

  @Test
  void wordsNarrowTheDifferences(FxRobot robot) {
    begin(robot);
    compare(robot);
    untilCompared(robot);
    int all = differences(robot).getItems().size();

    robot.interact(() -> robot.lookup("#compare-search").<TextField>query().setText("l3 cache"));

    assertThat(differences(robot).getItems())
        .hasSizeLessThan(all)
        .isNotEmpty()
        .allMatch(one -> one.sentence().toLowerCase(java.util.Locale.ROOT).contains("l3"));
  }

  @Test
  void aHostThatIsAskedForJoinsTheListAndALaptopStandsBesideIt(FxRobot robot) {
    begin(robot);
    choose(robot, "#compare-first", "laptop");
    robot.interact(() ->
        robot
            .lookup("#compare-second-more")
            .<javafx.scene.control.MenuButton>query()
            .getItems()
            .getFirst()
            .fire());
    compare(robot);
    untilCompared(robot);

    assertThat(robot.lookup("#compare-before").<Button>query().getText()).isEqualTo("laptop");
    assertThat(robot.lookup("#compare-after").<Button>query().getText()).isEqualTo("sgi-uv");
  }

  @Test
  void swappingExchangesBeforeAndAfter(FxRobot robot) {
    begin(robot);
    compare(robot);
    untilCompared(robot);
    var was = differences(robot).getItems().getFirst();

    robot.interact(() -> robot.lookup("#compare-swap").<Button>query().fire());
    until(
        "they are exchanged",
        () -> differences(robot).getItems().stream().anyMatch(was.reversed()::equals));

    assertThat(robot.lookup("#compare-before").<Button>query().getText()).isEqualTo("epyc-nps4");
  }

  @Test
  void aHostThatCannotBeReadIsToldWhereItWasChosenAndTheChoiceStays(FxRobot robot) {
    begin(robot);
    choose(robot, "#compare-second", "gone");
    compare(robot);
    until(
        "it is told",
        () ->
            robot
                .lookup("#compare-told")
                .<Label>query()
                .getText()
                .equals("gone.xml: There is no such file."));

    assertThat(robot.lookup("Compare").<Button>query().isDisabled()).isFalse();
    choose(robot, "#compare-second", "nps4");
    compare(robot);
    untilCompared(robot);
    assertThat(robot.lookup("#compare-after").<Button>query().getText()).isEqualTo("epyc-nps4");
  }

  @Test
  void equalHostsAreSaidToBeEqual(FxRobot robot) {
    begin(robot);
    choose(robot, "#compare-second", "nps1");
    compare(robot);
    until(
        "the verdict is told",
        () ->
            robot
                .lookup("#compare-verdict")
                .tryQueryAs(Label.class)
                .filter(label -> label.getText().equals("The hosts are equal."))
                .isPresent());

    assertThat(differences(robot).getItems()).isEmpty();
  }
}
