package org.numascape.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.theme.Theme;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.simulation.FaultPlan;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ReviewWorkflowTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T12:00:03Z"), ZoneOffset.UTC);

  private Stage stage;
  private TextField outside;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    outside = new TextField();
    var scene = new Scene(new StackPane(outside), 1280, 800);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void theReviewCountsMachinesAndChangesAndTellsTheAgeOfTheFacts(FxRobot robot) {
    var sample = SampleStore.simulated();
    edit(robot, sample);

    open(robot, sample.store());

    assertThat(text(robot, "#review-title")).isEqualTo("Review and apply to kvm-07");
    assertThat(text(robot, "#review-summary"))
        .isEqualTo("2 virtual machines · 2 changes · read from the host 3 s ago, unchanged since");
    assertThat(text(robot, "#review-apply")).isEqualTo("Apply 2 changes");
    assertThat(words(robot, "#story")).contains("Define 2 machines");
  }

  @Test
  void applyingBringsTheHostToTheDesignAndLeavesNothingChanged(FxRobot robot)
      throws HypervisorException, FormatException {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    open(robot, sample.store());

    robot.clickOn("#review-apply");
    SampleStore.until(() -> robot.lookup("#result").tryQuery().isPresent());

    assertThat(text(robot, "#result-title")).isEqualTo("Everything is done and verified");
    assertThat(words(robot, "#result"))
        .contains("build-ci: verified")
        .contains("db-server: verified");
    assertThat(sample.store().design().changedGuests().count()).isZero();
    assertThat(onHost(sample, "db-server").emulatorPin()).contains(CpuSet.parse("0-1,32-33"));
    assertThat(onHost(sample, "build-ci").numaTune().bindingOf(0).orElseThrow().nodes())
        .hasToString("1");

    robot.clickOn("#result-close");

    assertThat(robot.lookup("#review-dialog").tryQuery()).isEmpty();
  }

  @Test
  void theHostLooksTheSameAfterAnApply(FxRobot robot) {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    var before = objects(sample);
    open(robot, sample.store());

    robot.clickOn("#review-apply");
    SampleStore.until(() -> robot.lookup("#result").tryQuery().isPresent());

    assertThat(objects(sample)).isEqualTo(before);
    assertThat(sample.store().design().source()).isEqualTo(new HostSource.Sample("demonstration"));
  }

  @Test
  void undoAfterAnApplyPlansTheOldPlacementAgain(FxRobot robot) {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    open(robot, sample.store());
    robot.clickOn("#review-apply");
    SampleStore.until(() -> robot.lookup("#result").tryQuery().isPresent());

    robot.interact(sample.store()::undo);

    var guest = sample.guest("build-ci");
    assertThat(guest.stored().numaTune().bindingOf(0).orElseThrow().nodes()).hasToString("1");
    assertThat(guest.wanted().numaTune().bindingOf(0).orElseThrow().nodes()).hasToString("2");
  }

  @Test
  void aGuestThatFailsIsSetBackAndTheReportSaysSo(FxRobot robot)
      throws HypervisorException, FormatException {
    var pilot = SampleStore.simulated();
    edit(robot, pilot);
    int define = callThatDefines(pilot);
    var sample = SampleStore.simulated(FaultPlan.refusing(define), false);
    edit(robot, sample);
    open(robot, sample.store());

    robot.clickOn("#review-apply");
    SampleStore.until(() -> robot.lookup("#result").tryQuery().isPresent());

    assertThat(text(robot, "#result-title")).isEqualTo("Not everything was done or verified");
    assertThat(words(robot, "#result"))
        .contains("db-server: failed, and is as it was before")
        .contains("Restored: ")
        .contains("build-ci: verified");
    assertThat(sample.guest("db-server").changed()).isTrue();
    assertThat(sample.guest("build-ci").changed()).isFalse();
    assertThat(onHost(sample, "db-server").emulatorPin()).isEmpty();
  }

  @Test
  void theReportCanBeCopied(FxRobot robot) {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    open(robot, sample.store());
    robot.clickOn("#review-apply");
    SampleStore.until(() -> robot.lookup("#result").tryQuery().isPresent());

    robot.clickOn("#copy-report");

    var copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0])
        .startsWith("Applied to simulated:///kvm-07: everything done and verified");
  }

  @Test
  void aGuestThatIsLeftOutIsNotTouched(FxRobot robot) throws HypervisorException, FormatException {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    open(robot, sample.store());

    robot.clickOn("#include-db-server");
    assertThat(text(robot, "#review-apply")).isEqualTo("Apply 1 change");
    robot.clickOn("#review-apply");
    SampleStore.until(() -> robot.lookup("#result").tryQuery().isPresent());

    assertThat(onHost(sample, "db-server").emulatorPin()).isEmpty();
    assertThat(sample.guest("db-server").changed()).isTrue();
    assertThat(sample.guest("build-ci").changed()).isFalse();
  }

  @Test
  void atNextStartOnlyTheRunningThreadsStayWhereTheyAre(FxRobot robot)
      throws HypervisorException, FormatException {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    var before = sample.hypervisor().livePins(uuid(sample, "db-server")).emulator();
    open(robot, sample.store());

    robot.clickOn("#when-db-server-NEXT_START");
    robot.clickOn("#review-apply");
    SampleStore.until(() -> robot.lookup("#result").tryQuery().isPresent());

    assertThat(sample.hypervisor().livePins(uuid(sample, "db-server")).emulator())
        .isEqualTo(before);
    assertThat(onHost(sample, "db-server").emulatorPin()).contains(CpuSet.parse("0-1,32-33"));
  }

  @Test
  void memoryOfARunningGuestCannotBeMovedNowAndTheCardSaysWhy(FxRobot robot) {
    var sample = SampleStore.simulated();
    edit(robot, sample);

    open(robot, sample.store());

    assertThat(robot.lookup("#when-build-ci-NOW").query().isDisabled()).isTrue();
    assertThat(robot.lookup("#when-build-ci-NEXT_START").query().isDisabled()).isFalse();
    assertThat(robot.lookup(".why").query().getAccessibleText())
        .contains("libvirt cannot change this while the guest runs");
  }

  @Test
  void aGuestSomebodyElseChangedIsShownAndCanBeReadAgain(FxRobot robot)
      throws HypervisorException, FormatException {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    changeByOthers(sample);
    open(robot, sample.store());
    assertThat(text(robot, "#review-summary")).endsWith("changed since");
    assertThat(words(robot, "#review-cards")).contains("Changed on the host since it was read");

    robot.clickOn("#read-again");
    SampleStore.until(() -> text(robot, "#review-summary").endsWith("unchanged since"));

    assertThat(sample.guest("db-server").stored().ioThreads().getFirst().pin())
        .contains(CpuSet.of(33));
    assertThat(sample.guest("db-server").changed()).isTrue();
  }

  @Test
  void nothingToApplyIsSaid(FxRobot robot) {
    var sample = SampleStore.simulated();
    open(robot, sample.store());

    assertThat(words(robot, "#review-note")).contains("Nothing to apply");
  }

  @Test
  void aHostFromAFileSaysWhatCanBeDoneInstead(FxRobot robot) {
    var store = SampleStore.described();
    var id = store.design().guests().getFirst().id();
    robot.interact(() -> store.apply(new Edit.PinEmulator(id, Optional.of(CpuSet.of(0)))));

    open(robot, store);

    assertThat(robot.lookup("#review-apply").tryQuery()).isEmpty();
    assertThat(words(robot, "#story")).contains("only a description").contains("copy the XML");
    assertThat(robot.lookup("#copy-xml").query().isVisible()).isTrue();
  }

  @Test
  void aReadOnlyConnectionIsExplained(FxRobot robot) {
    var sample = SampleStore.simulated(FaultPlan.NONE, true);
    edit(robot, sample);

    open(robot, sample.store());

    assertThat(robot.lookup("#review-apply").tryQuery()).isEmpty();
    assertThat(words(robot, "#story")).contains("read-only");
  }

  @Test
  void escapeLeavesEverythingAsItIs(FxRobot robot) {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    open(robot, sample.store());

    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

    assertThat(robot.lookup("#review-dialog").tryQuery()).isEmpty();
    assertThat(sample.store().design().changedGuests().count()).isEqualTo(2);
  }

  @Test
  void shortcutsOfTheWindowAndItsFocusStayOutOfReach(FxRobot robot) {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    robot.interact(() ->
        stage
            .getScene()
            .getAccelerators()
            .put(KeyCombination.valueOf("Shortcut+Z"), sample.store()::undo));
    open(robot, sample.store());

    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    robot.interact(outside::requestFocus);

    assertThat(sample.store().design().changedGuests().count()).isEqualTo(2);
    assertThat(outside.isFocused()).isFalse();
  }

  @Test
  void controlEnterApplies(FxRobot robot) {
    var sample = SampleStore.simulated();
    edit(robot, sample);
    open(robot, sample.store());

    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    SampleStore.until(() -> robot.lookup("#result").tryQuery().isPresent());

    assertThat(sample.store().design().changedGuests().count()).isZero();
  }

  @Test
  void aGuestFromAFileIsDefinedOnlyWhenItIsTicked(FxRobot robot)
      throws HypervisorException, FormatException {
    var sample = SampleStore.simulated();
    String xml =
        sample
            .guest("build-ci")
            .xml()
            .replace("build-ci", "new-ci")
            .replaceAll("<uuid>.*</uuid>", "");
    var guest = Guest.read(DomainReader.read("new-ci.xml", xml), xml, DomainState.FILE, 5);
    robot.interact(() -> sample.store().apply(new Edit.AddGuests(List.of(guest))));
    open(robot, sample.store());
    assertThat(robot.lookup("#review-apply").queryAs(Button.class).isDisabled()).isTrue();

    robot.clickOn("#include-new-ci");
    robot.clickOn("#review-apply");
    SampleStore.until(() -> robot.lookup("#result").tryQuery().isPresent());

    assertThat(sample.hypervisor().domains()).anyMatch(domain -> domain.name().equals("new-ci"));
  }

  /// Pins the emulator of db-server, which can be done live, and moves the memory of build-ci,
  /// which cannot.
  private static void edit(FxRobot robot, SampleStore sample) {
    var pin = new Edit.PinEmulator(sample.id("db-server"), Optional.of(CpuSet.parse("0-1,32-33")));
    robot.interact(() -> {
      sample.store().apply(pin);
      sample.store().apply(Edit.moveCell(sample.store().design(), sample.id("build-ci"), 0, 1));
    });
  }

  private void open(FxRobot robot, DesignStore store) {
    var reviews = new ReviewWorkflow(stage, store, new Background(), CLOCK);
    robot.interact(reviews::open);
    SampleStore.until(() -> robot.lookup("#review-dialog .review-page").tryQuery().isPresent());
  }

  /// The number of the call that defines db-server: one for `identity`, one for each changed guest
  /// that is looked at in the review, then identity and the guest's own look before it is defined.
  private static int callThatDefines(SampleStore sample) {
    int review = 1 + (int) sample.store().design().changedGuests().count();
    return review + 1 + 1 + 1;
  }

  private static void changeByOthers(SampleStore sample) throws HypervisorException {
    String xml = sample.guest("db-server").xml();
    assertThat(xml).contains("<iothreadpin iothread='1' cpuset='0,32'/>");
    sample
        .hypervisor()
        .define(
            xml.replace(
                "<iothreadpin iothread='1' cpuset='0,32'/>",
                "<iothreadpin iothread='1' cpuset='33'/>"),
            true);
  }

  private static List<ObjectId> objects(SampleStore sample) {
    return sample.store().design().host().objects().map(TopologyObject::id).toList();
  }

  private static Domain onHost(SampleStore sample, String name)
      throws HypervisorException, FormatException {
    var record = sample.hypervisor().domain(uuid(sample, name)).orElseThrow();
    return DomainReader.read(name, record.inactiveXml());
  }

  private static String uuid(SampleStore sample, String name) {
    return sample.guest(name).stored().uuid().orElseThrow();
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAs(Labeled.class).getText();
  }

  private static String words(FxRobot robot, String within) {
    Node part = robot.lookup(within).query();
    return robot.from(part).lookup(".label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }
}
