package org.numascape.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.Forms;
import org.numascape.app.SampleStore;
import org.numascape.app.store.DesignStore;
import org.numascape.app.theme.Theme;
import org.numascape.design.CpuEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadPool;
import org.numascape.domain.ThreadScheduler;
import org.numascape.domain.VcpuState;
import org.numascape.topology.CpuSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class GuestSettingsTest {

  private DesignStore store;
  private GuestSettings settings;
  private DomainId db;

  @Start
  void start(Stage stage) {
    store = SampleStore.described();
    db = named("db-server");
    settings =
        new GuestSettings(
            stage,
            store,
            new SimpleBooleanProperty(false),
            List.of(CpuPage::new, ModelPage::new, ThreadsPage::new, SchedulingPage::new));
    var scene = new Scene(new StackPane(), 980, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aNewCountBringsTopologyAlongAndIsUndoneInOneStep(FxRobot robot) {
    open(robot, "CPUs");

    Forms.type(robot, "#vcpu-maximum", "12");

    assertThat(domain().vcpus().maximum()).isEqualTo(12);
    assertThat(domain().vcpus().current()).isEqualTo(12);
    assertThat(domain().topology().map(CpuTopology::product)).contains(12);
    Forms.press(robot, "#settings-undo");
    assertThat(Forms.text(robot, "#vcpu-maximum")).isEqualTo("8");
  }

  @Test
  void aCountThatCannotBeIsToldBesideTheFieldAndStaysThere(FxRobot robot) {
    open(robot, "CPUs");

    Forms.type(robot, "#vcpu-current", "9");

    assertThat(Forms.words(robot, "#vcpu-current-mistake"))
        .contains("1 to 8 vCPUs are possible, not 9");
    assertThat(Forms.text(robot, "#vcpu-current")).isEqualTo("9");
    assertThat(domain().vcpus().current()).isEqualTo(8);
  }

  @Test
  void singleVcpusAreTakenOutOfTheStart(FxRobot robot) {
    open(robot, "CPUs");
    Forms.press(robot, "#vcpu-each");

    Forms.type(robot, "#vcpu-online", "0-5,7");

    assertThat(domain().vcpus().online()).isEqualTo(CpuSet.parse("0-5,7"));
    assertThat(domain().vcpus().each())
        .contains(new VcpuState(6, false, true, OptionalInt.empty()));
    Forms.press(robot, "#vcpu-online-6");
    assertThat(domain().vcpus().current()).isEqualTo(8);
  }

  @Test
  void aHostCpuThatIsNotThereIsTold(FxRobot robot) {
    open(robot, "CPUs");

    Forms.type(robot, "#vcpu-cpuset", "0-3,200");

    assertThat(Forms.words(robot, "#vcpu-cpuset-mistake")).contains("200");
    assertThat(domain().vcpus().cpuset()).isEmpty();
    Forms.type(robot, "#vcpu-cpuset", "0-3,^2");
    assertThat(domain().vcpus().cpuset()).contains(CpuSet.of(0, 1, 3));
  }

  @Test
  void aTopologyOfAnotherProductIsTakenOnlyWithTheCountThatFits(FxRobot robot) {
    open(robot, "Topology and model");

    Forms.type(robot, "#topology-cores", "6");

    assertThat(Forms.words(robot, "#topology-product"))
        .isEqualTo("1 × 1 × 1 × 6 × 2 = 12, but the guest has 8 vCPUs");
    assertThat(domain().topology()).contains(new CpuTopology(1, 1, 1, 4, 2));
    Forms.press(robot, "#topology-count");
    assertThat(domain().topology()).contains(new CpuTopology(1, 1, 1, 6, 2));
    assertThat(domain().vcpus().maximum()).isEqualTo(12);
    assertThat(Forms.words(robot, "#topology-product")).endsWith("= 12 vCPUs, as the guest has");
  }

  @Test
  void aTopologyThatComesOutIsTakenOverByEnter(FxRobot robot) {
    open(robot, "Topology and model");
    set(robot, "#topology-threads", "1");
    set(robot, "#topology-sockets", "2");

    robot.interact(() -> field(robot, "#topology-sockets").requestFocus());
    robot.push(javafx.scene.input.KeyCode.ENTER);

    assertThat(domain().topology()).contains(new CpuTopology(2, 1, 1, 4, 1));
  }

  @Test
  void vcpusAreGroupedAsTheirPinsAre(FxRobot robot) {
    robot.interact(() ->
        store.apply(new CpuEdit.SetTopology(db, Optional.of(new CpuTopology(8, 1, 1, 1, 1)))));
    open(robot, "Topology and model");

    Forms.press(robot, "#topology-pinned");

    assertThat(domain().topology()).contains(new CpuTopology(1, 1, 1, 4, 2));
    robot.interact(() -> store.apply(new Edit.UnpinVcpus(db, CpuSet.of(0))));
    Forms.press(robot, "#topology-pinned");
    assertThat(Forms.words(robot, "#topology-told")).contains("vCPU 0 is not pinned");
  }

  @Test
  void anotherModelAndAFeatureAreChosen(FxRobot robot) {
    open(robot, "Topology and model");

    Forms.choose(robot, "#cpu-mode", "a model by name");
    Forms.type(robot, "#cpu-model", "EPYC-Milan");
    set(robot, "#feature-name", "topoext");
    Forms.press(robot, "#feature-add");

    assertThat(domain().cpu().mode()).contains(CpuMode.CUSTOM);
    assertThat(domain().cpu().model()).contains("EPYC-Milan");
    assertThat(domain().cpu().cache()).isEmpty();
    assertThat(domain().cpu().features()).containsEntry("topoext", "require");
    Forms.press(robot, "#feature-remove-topoext");
    assertThat(domain().cpu().features()).doesNotContainKey("topoext");
  }

  @Test
  void pinsAreWrittenAsTextAndMistakesAreToldLineByLine(FxRobot robot) {
    open(robot, "Threads");
    var area = robot.lookup("#settings-pins").queryAs(TextArea.class);

    robot.interact(() -> area.setText("0-3: 20-23\n9: 1"));
    assertThat(Forms.words(robot, "#settings-pins-mistakes"))
        .isEqualTo("line 2: vCPU 9 does not exist, the last one is 7");
    robot.interact(() -> area.setText("0-3: 20-23"));
    Forms.press(robot, "#settings-pins-take");

    assertThat(domain().vcpuPins()).hasSize(4).containsEntry(3, CpuSet.of(23));
  }

  @Test
  void anIoThreadIsAddedPinnedAndServesADisk(FxRobot robot) {
    open(robot, "Threads");

    Forms.press(robot, "#io-thread-add");
    Forms.type(robot, "#io-thread-3-cpuset", "6,38");
    Forms.type(robot, "#io-thread-3-most", "16");
    var disk = domain().hardware().disks().stream().filter(Served::possible).findFirst();
    serve(robot, disk.orElseThrow().target(), 3);

    var thread = domain().ioThreads().getLast();
    assertThat(thread.id()).isEqualTo(3);
    assertThat(thread.pin()).contains(CpuSet.of(6, 38));
    assertThat(thread.pool()).isEqualTo(new ThreadPool(OptionalInt.empty(), OptionalInt.of(16)));
    assertThat(domain().hardware().disks())
        .anySatisfy(one -> assertThat(one.ioThreads()).contains(3));
    Forms.press(robot, "#io-thread-3-remove");
    assertThat(domain().hardware().disks())
        .allSatisfy(one -> assertThat(one.ioThreads()).doesNotContain(3));
  }

  @Test
  void vcpusAreMadeRealTimeAndSomeLeaveTheClassInOneStep(FxRobot robot) {
    open(robot, "CPU time");

    Forms.press(robot, "#vcpu-class-add");
    Forms.type(robot, "#vcpu-class-0-priority", "2");
    Forms.type(robot, "#vcpu-class-0-set", "0-3");

    assertThat(domain().cpuTune().vcpuSchedulers())
        .containsExactly(new ThreadScheduler(CpuSet.range(0, 3), Scheduling.fifo(2)));
    robot.interact(store::undo);
    assertThat(domain().cpuTune().vcpuSchedulers())
        .containsExactly(new ThreadScheduler(CpuSet.range(0, 7), Scheduling.fifo(2)));
  }

  @Test
  void aQuotaSaysWhatItComesTo(FxRobot robot) {
    open(robot, "CPU time");

    Forms.type(robot, "#global_quota", "150000");
    Forms.type(robot, "#shares", "2048");

    assertThat(Forms.words(robot, "#global_sum")).isEqualTo("= 1.50 CPUs");
    assertThat(domain().cpuTune().bandwidth(Bandwidth.Scope.GLOBAL))
        .isEqualTo(new Bandwidth(OptionalLong.empty(), OptionalLong.of(150_000)));
    assertThat(domain().cpuTune().shares()).hasValue(2048);
    Forms.type(robot, "#global_quota", "12");
    assertThat(Forms.words(robot, "#global_quota-mistake")).contains("1,000 to");
  }

  @Test
  void whatTheChecksSayStandsBesideWithAWayOut(FxRobot robot) {
    open(robot, "Threads");

    robot.interact(
        () -> robot.lookup("#settings-problem-E-01 .hyperlink").queryAs(ButtonBase.class).fire());

    assertThat(domain().emulatorPin()).isPresent();
    assertThat(robot.lookup("#settings-problem-E-01").tryQuery()).isEmpty();
  }

  @Test
  void thePageLastLookedAtComesUpForTheNextGuestAndWindowsCloseWithTheirGuests(FxRobot robot) {
    open(robot, "Threads");
    var build = named("build-ci");

    robot.interact(() -> settings.show(build));
    assertThat(robot.lookup("#settings-pins").queryAll()).hasSize(2);
    robot.interact(() -> store.apply(new Edit.RemoveGuest(build)));

    assertThat(robot.lookup("#settings-pins").queryAll()).hasSize(1);
  }

  private void open(FxRobot robot, String page) {
    robot.interact(() -> settings.show(db, page));
  }

  private Domain domain() {
    return store.design().guest(db).orElseThrow().wanted();
  }

  private DomainId named(String name) {
    return store.design().guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static TextField field(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(TextField.class);
  }

  private static void set(FxRobot robot, String id, String text) {
    robot.interact(() -> field(robot, id).setText(text));
  }

  private static void serve(FxRobot robot, String disk, int thread) {
    var menu = robot.lookup("#serve-" + disk).queryAs(MenuButton.class);
    var item =
        menu.getItems().stream()
            .filter(one ->
                Optional.of("serve-" + disk + "-" + thread)
                    .equals(Optional.ofNullable(one.getId())))
            .findFirst()
            .orElseThrow();
    robot.interact(item::fire);
  }
}
