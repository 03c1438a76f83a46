package org.numascape.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.document.HostOpener;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryMode;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class InspectorPanelTest {
  private DesignStore store;

  @Start
  void start(Stage stage) throws Exception {
    var design = HostOpener.sample(SampleHosts.DEMONSTRATION).design();
    store = new DesignStore(design, Session.ofFile(Instant.EPOCH));
    var scene = new Scene(new InspectorPanel(store, new ViewState(), guest -> {}), 320, 1000);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void withNothingSelectedTheHostIsShown(FxRobot robot) {
    assertThat(text(robot, "#inspector-title")).isEqualTo("kvm-07");
  }

  @Test
  void aDeviceIsHandedToAGuestAfterWhatThatTakesIsSaid(FxRobot robot) {
    var ssd =
        store.design().host().all(org.numascape.topology.PciDevice.class).stream()
            .filter(device -> device.address().equals("0000:c1:00.0"))
            .findFirst()
            .orElseThrow();
    select(robot, new Item.OnHost(ssd.id()));

    robot.interact(() -> choose(robot.lookup("#hand-to").query(), "Hand to large-vm"));
    assertThat(robot.lookup("#hand-to-plan").<javafx.scene.layout.VBox>query().getChildren())
        .hasSize(4);
    robot.interact(() -> robot.lookup("#hand-to-do").<javafx.scene.control.Button>query().fire());

    assertThat(store.design().guest(id("large-vm")).orElseThrow().wanted().devices())
        .extracting(org.numascape.domain.HostDevice::address)
        .containsExactly("0000:c1:00.0");
  }

  private static <T> void choose(ComboBox<T> box, String words) {
    box.setValue(
        box.getItems().stream()
            .filter(item -> item.toString().equals(words))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void choosingAModeChangesTheGuestAndItsExplanation(FxRobot robot) {
    select(robot, new Item.WholeGuest(id("build-ci")));

    robot.interact(() ->
        robot.lookup("#memory-mode").<ComboBox<MemoryMode>>query().setValue(MemoryMode.STRICT));

    assertThat(domain("build-ci").numaTune().bindingOf(0).orElseThrow().mode())
        .isEqualTo(MemoryMode.STRICT);
    assertThat(words(robot)).anyMatch(words -> words.contains("does not start"));
  }

  @Test
  void choosingAPageSizePutsTheMemoryOnThosePages(FxRobot robot) {
    select(robot, new Item.WholeGuest(id("build-ci")));

    robot.interact(() -> {
      var pages = robot.lookup("#page-size").<ComboBox<PageChoice.Choice>>query();
      pages.setValue(
          pages.getItems().stream()
              .filter(choice -> choice.words().equals("2 MiB pages"))
              .findFirst()
              .orElseThrow());
    });

    assertThat(domain("build-ci").backing().pages().getFirst().size()).isEqualTo(PageSize.TWO_MIB);
  }

  @Test
  void aNodeTheHostLacksIsRefusedInPlaceAndARightOneTaken(FxRobot robot) {
    select(robot, new Item.WholeGuest(id("build-ci")));

    type(robot, "#cell-nodes-0", "7");
    String mistake = text(robot, "#cell-nodes-0-mistake");
    var untouched = domain("build-ci").numaTune().bindingOf(0).orElseThrow().nodes();
    type(robot, "#cell-nodes-0", "1");

    assertThat(mistake).isEqualTo("node 7 is not on this host, it has 0-3");
    assertThat(untouched).isEqualTo(NodeSet.of(2));
    assertThat(domain("build-ci").numaTune().bindingOf(0).orElseThrow().nodes())
        .isEqualTo(NodeSet.of(1));
    assertThat(robot.lookup("#cell-nodes-0-mistake").<Label>query().isVisible()).isFalse();
  }

  @Test
  void anEmptyEmulatorListMeansAnyCpu(FxRobot robot) {
    select(robot, new Item.WholeGuest(id("rt-app")));

    type(robot, "#emulator-cpus", "");

    assertThat(domain("rt-app").emulatorPin()).isEmpty();
  }

  @Test
  void pinsAsTextSayWhichLineIsWrongAndAreTakenOverWhenRight(FxRobot robot) {
    select(robot, new Item.WholeGuest(id("build-ci")));
    robot.interact(() -> robot.lookup("#edit-pins").<javafx.scene.control.Hyperlink>query().fire());
    var area = robot.lookup("#pin-text").<TextArea>query();
    String before = area.getText();

    robot.interact(() -> area.setText("0-4: 13,45,14,46,15\n6: 47"));
    String mistake = text(robot, "#pin-text-mistakes");
    boolean refused = robot.lookup("#take-pins").<Button>query().isDisabled();
    robot.interact(() -> area.setText("0-4: 13,45,14,46,15\n5: {15,47}"));
    robot.interact(() -> robot.lookup("#take-pins").<Button>query().fire());

    assertThat(before).isEqualTo("0-5: 13,45,14,46,15,47");
    assertThat(mistake).isEqualTo("line 2: vCPU 6 does not exist, the last one is 5");
    assertThat(refused).isTrue();
    assertThat(domain("build-ci").vcpuPins().get(5)).isEqualTo(CpuSet.of(15, 47));
    assertThat(robot.lookup("#pin-text").<Node>query().getParent().getParent().isVisible())
        .isFalse();
  }

  @Test
  void aProblemsFirstFixIsOneClick(FxRobot robot) {
    select(robot, new Item.WholeGuest(id("build-ci")));

    robot.interact(() ->
        robot
            .lookup((Button button) -> button.getText().equals("Move cell 0 to node 1"))
            .<Button>query()
            .fire());

    assertThat(domain("build-ci").numaTune().bindingOf(0).orElseThrow().nodes())
        .isEqualTo(NodeSet.of(1));
    assertThat(text(robot, "#latency")).startsWith("≈ ×1.0");
    assertThat(robot.lookup(".problem-title").<Label>queryAll())
        .extracting(Label::getText)
        .doesNotContain("Memory is on the far node");
  }

  @Test
  void reservingACoreKeepsBothItsCpusAndReleasingGivesThemBack(FxRobot robot) {
    var core = store.design().host().around(6, org.numascape.topology.Core.class).orElseThrow();
    select(robot, new Item.OnHost(core.id()));

    robot.interact(() -> robot.lookup("#reserve").<Button>query().fire());
    var reserved = store.design().reserved();
    robot.interact(() -> robot.lookup("#release").<Button>query().fire());

    assertThat(reserved.containsAll(CpuSet.of(6, 38))).isTrue();
    assertThat(store.design().reserved().intersects(CpuSet.of(6, 38))).isFalse();
  }

  @Test
  void aPoolIsPlannedOnItsNodeAndNeverLargerThanTheNode(FxRobot robot) {
    select(robot, new Item.NodeMemory(2));

    type(robot, "#pool-2-2048", "99,999");
    String mistake = text(robot, "#pool-2-2048-mistake");
    type(robot, "#pool-2-2048", "16,384");

    assertThat(mistake).contains("at most 32,768 such pages");
    assertThat(store.design().poolPages(2, PageSize.TWO_MIB)).hasValue(16_384);
    assertThat(robot.lookup("#pool-2-2048").<TextField>query().getText()).isEqualTo("16,384");
  }

  @Test
  void partsOfTwoGuestsAreCountedAndUnpinnedTogether(FxRobot robot) {
    select(robot, new Item.Vcpu(id("rt-app"), 0), new Item.Vcpu(id("build-ci"), 0));

    robot.interact(() -> robot.lookup("#unpin-several").<Button>query().fire());

    assertThat(domain("rt-app").vcpuPins()).doesNotContainKey(0);
    assertThat(domain("build-ci").vcpuPins()).doesNotContainKey(0);
    assertThat(store.history().get().past()).hasSize(1);
  }

  private void select(FxRobot robot, Item... items) {
    robot.interact(() -> store.select(List.of(items)));
  }

  private static void type(FxRobot robot, String field, String text) {
    robot.interact(() -> {
      var input = robot.lookup(field).<TextField>query();
      input.requestFocus();
      input.setText(text);
    });
    robot.type(KeyCode.ENTER);
  }

  private static String text(FxRobot robot, String label) {
    return robot.lookup(label).<Label>query().getText();
  }

  private static List<String> words(FxRobot robot) {
    return robot.lookup(".small-text").<Label>queryAll().stream().map(Label::getText).toList();
  }

  private DomainId id(String name) {
    return store.design().guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Domain domain(String name) {
    return store.design().guest(id(name)).orElseThrow().wanted();
  }
}
