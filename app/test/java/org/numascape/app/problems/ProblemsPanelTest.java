package org.numascape.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.check.Problem;
import org.numascape.check.Severity;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.design.Thresholds;
import org.numascape.topology.CpuSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ProblemsPanelTest {
  private SampleStore sample;
  private ProblemsPanel panel;
  private final ViewState view = new ViewState();
  private final List<List<Item>> flown = new ArrayList<>();

  @Start
  void start(Stage stage) {
    sample = SampleStore.simulated();
    panel = new ProblemsPanel(sample.store(), view, flown::add);
    var scene = new Scene(new StackPane(panel), 1000, 600);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void memoryOnTheFarNodeIsListedWithItsGuestAndItsFix(FxRobot robot) {
    assertThat(sample.codes("build-ci")).contains("N-02");
    assertThat(words(robot)).contains("N-02", "build-ci", "Move cell 0 to node 1");
    assertThat(panel.title().getValue()).isEqualTo("Problems " + list(robot).getItems().size());
  }

  @Test
  void messagesStandInAColumnHoweverNarrowTheList(FxRobot robot) {
    for (double width : List.of(900.0, 600.0)) {
      robot.interact(() -> panel.setMaxWidth(width));
      // Rows follow a turn after their list.
      SampleStore.until(() -> panel.getWidth() == width && Set.copyOf(lefts(robot)).size() == 1);

      assertThat(lefts(robot)).as("at " + width).hasSizeGreaterThan(2);
    }
  }

  private static List<Double> lefts(FxRobot robot) {
    return robot.lookup(".problem-message").queryAll().stream()
        .map(message -> message.localToScene(0, 0).getX())
        .toList();
  }

  @Test
  void aFixMakesItsProblemVanishAndUndoBringsItBack(FxRobot robot) {
    robot.clickOn("Move cell 0 to node 1");

    assertThat(sample.codes("build-ci")).doesNotContain("N-02");
    assertThat(words(robot)).doesNotContain("N-02");

    robot.interact(sample.store()::undo);

    assertThat(words(robot)).contains("N-02");
  }

  @Test
  void aSelectedProblemLightsUpWhatItConcerns(FxRobot robot) {
    robot.interact(panel::selectNext);

    var first = list(robot).getItems().getFirst();
    assertThat(sample.store().selection().get()).containsExactlyElementsOf(first.where());
    assertThat(flown).containsExactly(first.where());
  }

  @Test
  void theProblemAfterTheLastIsTheFirst(FxRobot robot) {
    int count = list(robot).getItems().size();

    robot.interact(() -> {
      for (int step = 0; step <= count; step++) {
        panel.selectNext();
      }
    });

    assertThat(list(robot).getSelectionModel().getSelectedIndex()).isZero();
  }

  @Test
  void fixingTheSelectedProblemMakesItsFirstFix(FxRobot robot) {
    robot.interact(() -> {
      panel.selectNext();
      panel.fixSelected();
    });

    assertThat(sample.store().history().get().past()).hasSize(1);
    assertThat(sample.codes("build-ci")).doesNotContain("N-02");
  }

  @Test
  void aSelectedProblemStaysSelectedWhileItIsThere(FxRobot robot) {
    var problems = list(robot).getItems();
    var warning = problem(problems, "E-01");
    robot.interact(() -> list(robot).getSelectionModel().select(warning));
    robot.interact(() -> sample.store().select(List.of()));

    robot.interact(() ->
        sample.store().apply(Edit.moveCell(sample.store().design(), sample.id("build-ci"), 0, 1)));

    assertThat(list(robot).getSelectionModel().getSelectedItem().code()).isEqualTo("E-01");
    assertThat(sample.store().selection().get())
        .as("making the list anew is nobody's selection")
        .isEmpty();
  }

  @Test
  void duringADragTheListShowsWhatADropWouldLeave(FxRobot robot) {
    var unpin = new Edit.UnpinVcpus(sample.id("db-server"), CpuSet.range(0, 7));
    var hint = robot.lookup("#drop-hint").queryAs(Label.class);
    assertThat(hint.isVisible()).isFalse();

    robot.interact(() -> sample.store().preview(Optional.of(unpin)));

    assertThat(hint.isVisible()).isTrue();
    assertThat(list(robot).getItems()).isEqualTo(sample.store().problems().get());

    robot.interact(() -> sample.store().preview(Optional.empty()));

    assertThat(hint.isVisible()).isFalse();
  }

  @Test
  void theCodeOpensTheFourPartsAndCommandsWithTheGuestsName(FxRobot robot) {
    var problem = problem(list(robot).getItems(), "N-02");

    robot.clickOn(robot.lookup("N-02").queryAs(Hyperlink.class));

    assertThat(inDetails(robot))
        .contains(problem.title(), problem.text().what(), problem.text().fix())
        .contains("What is wrong", "Why it matters", "How to see it")
        .contains("virsh vcpupin build-ci");
  }

  @Test
  void aWayOutThatIsLookedAtIsShownAndNothingIsMade(FxRobot robot) {
    robot.clickOn(robot.lookup("N-02").queryAs(Hyperlink.class));
    int listed = list(robot).getItems().size();

    robot.moveTo(
        robot
            .from(robot.lookup("#fixes").queryAs(Node.class))
            .lookup("Move cell 0 to node 1")
            .queryAs(Node.class));
    SampleStore.until(() -> sample.store().trying().get());

    assertThat(robot.lookup("#fix-outlook").queryAs(Label.class).getText())
        .startsWith("This problem is gone then")
        .contains("memory access ≈ ×2.1 → ≈ ×1.0");
    assertThat(list(robot).getItems()).as("nothing moves away").hasSize(listed);
    assertThat(sample.store().history().get().past()).isEmpty();

    robot.moveTo(list(robot));
    SampleStore.until(() -> !sample.store().trying().get());

    assertThat(sample.store().preview().get()).isEmpty();
  }

  @Test
  void aFixMadeInTheDetailsSaysSoAndOffersTheNext(FxRobot robot) {
    robot.clickOn(robot.lookup("N-02").queryAs(Hyperlink.class));

    robot.clickOn(
        robot
            .from(robot.lookup("#fixes").queryAs(Node.class))
            .lookup("Move cell 0 to node 1")
            .queryAs(Node.class));

    assertThat(robot.lookup("#problem-solved").tryQuery()).isPresent();
    robot.clickOn("#next-after-fix");
    assertThat(view.asked().get().orElseThrow().code()).isNotEqualTo("N-02");
  }

  @Test
  void aProblemAskedAboutElsewhereIsExplainedHere(FxRobot robot) {
    var problem = problem(list(robot).getItems(), "H-02");

    robot.interact(() -> view.asked().set(Optional.of(problem)));

    assertThat(inDetails(robot)).contains(problem.title(), "H-02");
    robot.clickOn("#close-details");
    assertThat(robot.lookup("#problem-details").tryQuery()).isEmpty();
  }

  @Test
  void aMutedProblemLeavesTheListAndComesBackWithItsReason(FxRobot robot) {
    var problem = problem(list(robot).getItems(), "E-01");
    robot.interact(() -> view.asked().set(Optional.of(problem)));
    robot.clickOn("#mute");
    robot.clickOn("#mute-guest");
    assertThat(robot.lookup("#mute-ok").query().isDisabled()).isTrue();
    robot.clickOn("#mute-reason").write("tenants agreed");
    robot.clickOn("#mute-ok");

    assertThat(sample.codes("db-server")).doesNotContain("E-01");
    assertThat(inDetails(robot)).contains("Muted: tenants agreed");

    robot.clickOn("#filter-muted");
    assertThat(words(robot)).anyMatch(text -> text.startsWith("tenants agreed"));
    robot.clickOn("#unmute");
    assertThat(sample.codes("db-server")).contains("E-01");
  }

  @Test
  void filtersNarrowTheListAndCount(FxRobot robot) {
    robot.clickOn("#filter-advice").clickOn("#filter-warning");

    assertThat(list(robot).getItems())
        .isNotEmpty()
        .allMatch(problem -> problem.severity() == Severity.ERROR);
    var errors = robot.lookup("#filter-error").queryAs(ToggleButton.class).getText();
    assertThat(errors).isEqualTo(Integer.toString(list(robot).getItems().size()));
  }

  @Test
  void thresholdsAreChangedWithTheirUnitAndCanBeUndone(FxRobot robot) {
    robot.clickOn("#thresholds");
    robot.interact(() -> robot.lookup("#huge-pages-from").queryAs(TextField.class).setText("0,5"));
    robot.interact(() -> robot.lookup("#pool-share").queryAs(TextField.class).setText("101"));
    assertThat(robot.lookup("#thresholds-ok").query().isDisabled()).isTrue();
    robot.interact(() -> robot.lookup("#pool-share").queryAs(TextField.class).setText("80"));
    robot.clickOn("#thresholds-ok");

    var told = sample.store().design().checking().thresholds();
    assertThat(told.hugePagesKib()).isEqualTo(524_288);
    assertThat(told.poolPercent()).isEqualTo(80);
    robot.interact(sample.store()::undo);
    assertThat(sample.store().design().checking().thresholds()).isEqualTo(Thresholds.STANDARD);
  }

  @Test
  void localityOfTheHostIsSaidInWords(FxRobot robot) {
    var words = robot.lookup("#locality-words").queryAs(Label.class);
    assertThat(words.getText()).isEqualTo("82 % of vCPU↔memory pairs local");

    robot.interact(() ->
        sample.store().apply(Edit.moveCell(sample.store().design(), sample.id("build-ci"), 0, 1)));

    assertThat(words.getText()).isEqualTo("100 % of vCPU↔memory pairs local");
  }

  @Test
  void aCpuSharedByTwoGuestsIsListedAtOnce(FxRobot robot) {
    robot.interact(() ->
        sample.store().apply(new Edit.PinVcpus(sample.id("build-ci"), Map.of(0, CpuSet.of(2)))));

    assertThat(list(robot).getItems()).isEqualTo(sample.store().problems().get());
    assertThat(sample.store().problems().get()).anyMatch(p -> p.message().contains("db-server"));
  }

  private static Problem problem(List<Problem> problems, String code) {
    return problems.stream().filter(p -> p.code().equals(code)).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static ListView<Problem> list(FxRobot robot) {
    return robot.lookup("#problems").queryAs(ListView.class);
  }

  private static List<String> inDetails(FxRobot robot) {
    Node details = robot.lookup("#problem-details").query();
    return robot.from(details).lookup((Node node) -> node instanceof Labeled).queryAll().stream()
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  private static List<String> words(FxRobot robot) {
    Node list = robot.lookup("#problems").query();
    return robot.from(list).lookup((Node node) -> node instanceof Labeled).queryAll().stream()
        .map(node -> ((Labeled) node).getText())
        .toList();
  }
}
