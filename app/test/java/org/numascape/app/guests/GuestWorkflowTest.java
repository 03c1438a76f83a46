package org.numascape.app.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.Forms;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.app.theme.Theme;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.document.HostOpener;
import org.numascape.domain.PageBacking;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.PageSize;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class GuestWorkflowTest {

  private DesignStore store;
  private GuestWorkflow guests;

  @Start
  void start(Stage stage) throws Exception {
    var design = HostOpener.sample(SampleHosts.DEMONSTRATION).design();
    store = new DesignStore(design, Session.ofFile(Instant.EPOCH));
    guests = new GuestWorkflow(stage, store);
    var scene = new Scene(new StackPane(), 900, 800);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aNewRealTimeGuestOnANodeIsPinnedThereInOneUndoableStep(FxRobot robot) {
    int before = store.design().guests().size();

    ask(guests::create);
    Forms.choose(robot, "#new-guest-template", "Real time");
    type(robot, "#new-guest-name", "rt-new");
    type(robot, "#new-guest-memory", "4 GiB");
    spin(robot, "#new-guest-vcpus", 2);
    Forms.choose(robot, "#new-guest-pages", "1 GiB pages");
    Forms.choose(robot, "#new-guest-place", "Now, on node 3");
    press(robot, "#new-guest-add");

    var made = guest("rt-new");
    assertThat(made.wanted().vcpuPins()).hasSize(2);
    assertThat(made.wanted().vcpuPins().values())
        .allMatch(cpus -> store.design().host().cpusOf(3).containsAll(cpus));
    assertThat(made.wanted().pagesOf(0)).isEqualTo(new PageBacking.Huge(PageSize.ONE_GIB));
    assertThat(made.wanted().backing().locked()).isTrue();
    assertThat(store.selection().get()).containsExactly(new Item.WholeGuest(made.id()));
    robot.interact(store::undo);
    assertThat(store.design().guests()).hasSize(before);
  }

  @Test
  void aNameThatIsTakenAndMemoryWithoutUnitAreSaidAndNothingCanBeAdded(FxRobot robot) {
    ask(guests::create);

    type(robot, "#new-guest-name", "db-server");
    assertThat(Forms.words(robot, "#new-guest-trouble"))
        .isEqualTo("There is a guest db-server already.");
    assertThat(button(robot, "#new-guest-add").isDisabled()).isTrue();

    type(robot, "#new-guest-name", "db-9");
    type(robot, "#new-guest-memory", "8");
    assertThat(Forms.words(robot, "#new-guest-trouble")).contains("write 512 MiB, 8 GiB");
    assertThat(button(robot, "#new-guest-add").isDisabled()).isTrue();

    type(robot, "#new-guest-memory", "8 GiB");
    assertThat(button(robot, "#new-guest-add").isDisabled()).isFalse();
    robot.interact(() -> robot.lookup("#new-guest").query().getScene().getWindow().hide());
  }

  @Test
  void aGuestLikeAnotherTakesItsCountsAndWaitsUnplaced(FxRobot robot) {
    ask(guests::create);
    Forms.choose(robot, "#new-guest-template", "Like large-vm");

    assertThat(Forms.text(robot, "#new-guest-name")).isEqualTo("large-vm-2");
    assertThat(Forms.text(robot, "#new-guest-memory")).isEqualTo("64 GiB");
    press(robot, "#new-guest-add");

    var made = guest("large-vm-2");
    assertThat(made.wanted().cells()).hasSize(2);
    assertThat(made.wanted().vcpuPins()).isEmpty();
    assertThat(made.wanted().backing()).isEqualTo(guest("large-vm").wanted().backing());
  }

  @Test
  void aDuplicateLeavesHostDevicesToTheOtherUnlessAskedFor(FxRobot robot) {
    var db = guest("db-server").id();
    robot.interact(() -> store.select(List.of(new Item.Vcpu(db, 0))));

    ask(guests::duplicate);
    press(robot, "#duplicate-do");
    ask(() -> guests.duplicate(db));
    robot.interact(
        () -> robot.lookup("#duplicate-devices").queryAs(CheckBox.class).setSelected(true));
    robot.interact(
        () -> robot.lookup("#duplicate-placed").queryAs(CheckBox.class).setSelected(true));
    press(robot, "#duplicate-do");

    assertThat(guest("db-server-2").wanted().devices()).isEmpty();
    assertThat(guest("db-server-2").wanted().vcpuPins()).isEmpty();
    assertThat(guest("db-server-3").wanted().devices())
        .isEqualTo(guest("db-server").wanted().devices())
        .isNotEmpty();
    assertThat(guest("db-server-3").wanted().vcpuPins())
        .isEqualTo(guest("db-server").wanted().vcpuPins());
  }

  @Test
  void aGuestThatLibvirtKnowsIsNotRenamedButTheCommandIsTold(FxRobot robot) {
    ask(() -> guests.rename(guest("db-server").id()));
    type(robot, "#rename-name", "db primary");

    assertThat(robot.lookup("#rename-do").tryQuery()).isEmpty();
    assertThat(Forms.text(robot, "#rename-command"))
        .isEqualTo("virsh domrename db-server 'db primary'");
    assertThat(Forms.words(robot, "#rename-why")).contains("UUID", "F5");
    robot.interact(() -> robot.lookup("#rename").query().getScene().getWindow().hide());
    assertThat(guest("db-server")).isNotNull();
  }

  @Test
  void aGuestFromAFileIsRenamed(FxRobot robot) {
    ask(() -> guests.duplicate(guest("rt-app").id()));
    press(robot, "#duplicate-do");

    ask(guests::rename);
    type(robot, "#rename-name", "db-server");
    assertThat(button(robot, "#rename-do").isDisabled()).isTrue();
    type(robot, "#rename-name", "rt-blue");
    press(robot, "#rename-do");

    assertThat(guest("rt-blue").fromFile()).isTrue();
  }

  @Test
  void removingSaysWhatStaysOnTheHostAndIsUndone(FxRobot robot) {
    var build = guest("build-ci").id();
    assertThat(Removal.of(store.design(), List.of(build)).words())
        .startsWith("build-ci stays on the host as it is and keeps running: nothing is undefined")
        .endsWith("Undo brings it back.");

    ask(() -> guests.remove(build));
    press(robot, "#remove-do");

    assertThat(store.design().guest(build)).isEmpty();
    robot.interact(store::undo);
    assertThat(store.design().guest(build)).isPresent();
  }

  @Test
  void removingSeveralSpeaksOfThemInThePlural() {
    var two = List.of(guest("build-ci").id(), guest("rt-app").id());

    String words = Removal.of(store.design(), two).words();

    assertThat(words)
        .startsWith("2 of them stay on the host as they are, and those that run keep running:")
        .endsWith("Undo brings them back.");
  }

  /// Opens a dialog, which waits for its answer beside us.
  private static void ask(Runnable question) {
    Platform.runLater(question);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Guest guest(String name) {
    return store.design().guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void type(FxRobot robot, String field, String text) {
    robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
  }

  private static void spin(FxRobot robot, String spinner, int value) {
    Spinner<?> field = robot.lookup(spinner).queryAs(Spinner.class);
    robot.interact(() -> field.getEditor().setText(Integer.toString(value)));
  }

  private static ButtonBase button(FxRobot robot, String button) {
    return robot.lookup(button).queryAs(ButtonBase.class);
  }

  private static void press(FxRobot robot, String button) {
    robot.interact(() -> button(robot, button).fire());
  }
}
