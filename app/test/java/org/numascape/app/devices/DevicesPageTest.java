package org.numascape.app.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.Forms;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.app.theme.Theme;
import org.numascape.app.widget.DiffView;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.document.HostOpener;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.HostDevice;
import org.numascape.domain.Iommu;
import org.numascape.domain.PciSlot;
import org.numascape.placement.Handover;
import org.numascape.sample.SampleHosts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class DevicesPageTest {

  private DesignStore store;
  private DomainId large;

  @Start
  void start(Stage stage) throws Exception {
    var design = HostOpener.sample(SampleHosts.DEMONSTRATION).design();
    store = new DesignStore(design, Session.ofFile(Instant.EPOCH));
    large =
        design.guests().stream()
            .filter(guest -> guest.name().equals("large-vm"))
            .map(Guest::id)
            .findFirst()
            .orElseThrow();
    var scene = new Scene(new StackPane(new DevicesPage(store, large).view()), 800, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aDeviceIsHandedOverAfterItsStepsAndItsXmlWereShown(FxRobot robot) {
    Forms.type(robot, "#device-filter", "c1:00");
    pick(robot, "0000:c1:00.0");

    assertThat(Forms.lines(robot, "#device-plan"))
        .containsExactly(
            "0000:c1:00.0 is on host node 2",
            "cell 0 has its memory on node 2",
            "new pcie-expander-bus 1 from bus number 253 is reported on cell 0",
            "pcie-root-port 2 on it holds 0000:c1:00.0");
    assertThat(robot.lookup("#device-xml").queryAs(DiffView.class).getItems()).isNotEmpty();
    assertThat(domain().devices()).isEmpty();
    Forms.press(robot, "#device-hand-over");

    assertThat(domain().devices())
        .containsExactly(new HostDevice("0000:c1:00.0").withGuest(Optional.of(PciSlot.first(2))));
    assertThat(Handover.told(domain(), "0000:c1:00.0")).hasValue(0);
    assertThat(Forms.words(robot, "#host-device-0-told")).endsWith("the guest is told cell 0");
    robot.interact(store::undo);
    assertThat(domain().hardware().controllers().stream().filter(Controller::expander)).isEmpty();
  }

  @Test
  void aDeviceGoesBackWithTheBusMadeForIt(FxRobot robot) {
    var before = domain();
    pick(robot, "0000:c1:00.0");
    Forms.press(robot, "#device-hand-over");

    Forms.press(robot, "#host-device-0-remove");

    assertThat(domain()).isEqualTo(before);
  }

  @Test
  void howADeviceIsHandedOverIsChosenInPlace(FxRobot robot) {
    pick(robot, "0000:c1:00.0");
    Forms.press(robot, "#device-hand-over");

    Forms.choose(robot, "#host-device-0-managed", "before, by whoever prepares it");
    Forms.choose(robot, "#host-device-0-driver", "vfio");
    Forms.type(robot, "#host-device-0-slot", "");

    assertThat(domain().devices().getFirst())
        .isEqualTo(new HostDevice("0000:c1:00.0").handedOver(false, Optional.of("vfio")));
    assertThat(Forms.words(robot, "#host-device-0-told"))
        .endsWith("the guest is not told its cell");
    Forms.press(robot, "#bus-put");
    assertThat(Handover.told(domain(), "0000:c1:00.0")).hasValue(0);
  }

  @Test
  void aDeviceThisHostDoesNotTellOfIsHandedOverByItsAddress(FxRobot robot) {
    Forms.type(robot, "#device-filter", "e1:00.0");
    pick(robot, "0000:e1:00.0");
    Forms.press(robot, "#device-hand-over");

    assertThat(domain().devices()).extracting(HostDevice::address).containsExactly("0000:e1:00.0");
    assertThat(Forms.words(robot, "#host-device-0-told")).startsWith("Not on this host");
  }

  @Test
  void aBusIsReportedOnAnotherCell(FxRobot robot) {
    pick(robot, "0000:c1:00.0");
    Forms.press(robot, "#device-hand-over");

    Forms.choose(robot, "#bus-1-cell", "cell 1");

    assertThat(Handover.told(domain(), "0000:c1:00.0")).isEqualTo(OptionalInt.of(1));
    assertThat(Forms.words(robot, "#bus-1-holds"))
        .isEqualTo("From bus number 253, holds 0000:c1:00.0");
  }

  @Test
  void theBoardHasAnIommuWithBothOptionsAndNoBalloon(FxRobot robot) {
    Forms.choose(robot, "#board-iommu", "intel, of q35");
    robot.interact(() -> robot.lookup("#board-eim").queryAs(CheckBox.class).fire());
    Forms.choose(robot, "#board-ioapic", "qemu");
    Forms.choose(robot, "#board-balloon", "none");

    var board = domain().hardware().platform();
    assertThat(board.iommu()).contains(new Iommu("intel", true, false));
    assertThat(board.ioApic()).contains("qemu");
    assertThat(board.balloon()).contains("none");
  }

  private Domain domain() {
    return store.design().guest(large).orElseThrow().wanted();
  }

  private static void pick(FxRobot robot, String address) {
    ListView<?> offers = robot.lookup("#device-offers").queryListView();
    robot.interact(() -> {
      for (int at = 0; at < offers.getItems().size(); at++) {
        if (offers.getItems().get(at) instanceof Handover.Offer offer
            && offer.address().equals(address)) {
          offers.getSelectionModel().select(at);
        }
      }
    });
    assertThat(offers.getSelectionModel().getSelectedItem()).isNotNull();
  }
}
