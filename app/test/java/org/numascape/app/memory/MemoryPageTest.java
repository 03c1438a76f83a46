package org.numascape.app.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.Forms;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.app.theme.Theme;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.document.HostOpener;
import org.numascape.domain.Domain;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.MemorySource;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PageBacking;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class MemoryPageTest {

  private static final long GIB = 1_048_576;

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
    var scene = new Scene(new StackPane(new MemoryPage(store, large).view()), 800, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void sizesAreTypedWithTheirUnitAndWhatIsWrongStandsBelow(FxRobot robot) {
    Forms.type(robot, "#memory-size", "96 GiB");
    Forms.type(robot, "#memory-maximum", "128 GiB");
    Forms.type(robot, "#memory-slots", "4");
    Forms.type(robot, "#memory-current", "8");

    assertThat(domain().memoryKib()).isEqualTo(96 * GIB);
    assertThat(domain().cells().getFirst().memoryKib()).isEqualTo(48 * GIB);
    assertThat(domain().memory().maximum().orElseThrow().kib()).isEqualTo(128 * GIB);
    assertThat(domain().memory().maximum().orElseThrow().slots()).isEqualTo(4);
    assertThat(Forms.words(robot, "#memory-current-mistake")).contains("write 512 MiB, 8 GiB");
  }

  @Test
  void aCellIsBoundToAnotherNodeInAnotherModeAndUndoneStepByStep(FxRobot robot) {
    Forms.type(robot, "#memory-cell-nodes-1", "1");
    Forms.choose(robot, "#memory-cell-mode-1", "preferred");

    assertThat(domain().numaTune().cells())
        .containsEntry(1, new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(1)));
    assertThat(Forms.text(robot, "#memory-nodes")).isEqualTo("1-2");
    robot.interact(store::undo);
    assertThat(Forms.chosen(robot, "#memory-cell-mode-1")).isEqualTo("strict");
    robot.interact(store::undo);
    assertThat(Forms.text(robot, "#memory-cell-nodes-1")).isEqualTo("3");
  }

  @Test
  void aNodeTheHostHasNotGotIsRefusedInPlace(FxRobot robot) {
    Forms.type(robot, "#memory-cell-nodes-1", "9");

    assertThat(Forms.words(robot, "#memory-cell-nodes-1-mistake"))
        .isEqualTo("node 9 is not on this host, it has 0-3");
    assertThat(domain().numaTune().cells())
        .hasEntrySatisfying(1, binding -> assertThat(binding.nodes()).isEqualTo(NodeSet.of(3)));
  }

  @Test
  void whatAModeMeansIsSaidWhereItIsChosen(FxRobot robot) {
    Forms.choose(robot, "#memory-tune-mode", "restrictive");

    assertThat(Forms.words(robot, "#memory-mode-meaning"))
        .startsWith("Confined by the control group only")
        .contains("while the guest runs");
    assertThat(domain().numaTune().cells().values())
        .allMatch(rule -> rule.mode() == MemoryMode.RESTRICTIVE);
  }

  @Test
  void leftToNumadRulesOfCellsGo(FxRobot robot) {
    Forms.choose(robot, "#memory-placement", "numad, at each start");

    assertThat(domain().numaTune().automatic()).isTrue();
    assertThat(domain().numaTune().cells()).isEmpty();
    assertThat(Forms.words(robot, "#memory-mode-meaning")).contains("the nodes numad names");
  }

  @Test
  void cellsMayHavePagesOfTheirOwn(FxRobot robot) {
    Forms.choose(robot, "#memory-cell-pages-1", "1 GiB, huge");
    Forms.choose(robot, "#memory-cell-pages-0", "normal pages");

    assertThat(domain().pagesOf(0)).isEqualTo(new PageBacking.Normal());
    assertThat(domain().pagesOf(1)).isEqualTo(new PageBacking.Huge(PageSize.ONE_GIB));
    Forms.choose(robot, "#memory-cell-pages-1", "as all memory");
    assertThat(domain().pagesOf(1)).isEqualTo(new PageBacking.Huge(PageSize.TWO_MIB));
  }

  @Test
  void backingIsSaidInFull(FxRobot robot) {
    Forms.press(robot, "#memory-locked");
    Forms.press(robot, "#memory-unmerged");
    Forms.press(robot, "#memory-discard");
    Forms.choose(robot, "#memory-source", "memfd");
    Forms.choose(robot, "#memory-access", "may map it (shared)");
    Forms.choose(robot, "#memory-allocation", "before it runs");
    Forms.type(robot, "#memory-allocation-threads", "8");
    Forms.type(robot, "#memory-hard-limit", "70 GiB");

    var backing = domain().backing();
    assertThat(backing.locked()).isTrue();
    assertThat(backing.noSharePages()).isTrue();
    assertThat(backing.discard()).isTrue();
    assertThat(backing.source()).contains(MemorySource.MEMFD);
    assertThat(backing.allocation().orElseThrow().threads()).isEqualTo(OptionalInt.of(8));
    assertThat(domain().memory().tune().hardLimit()).isEqualTo(OptionalLong.of(70 * GIB));
  }

  @Test
  void memoryIsPluggedInChangedAndUnplugged(FxRobot robot) {
    Forms.press(robot, "#memory-add-virtio");
    Forms.type(robot, "#memory-device-0-size", "4 GiB");
    Forms.type(robot, "#memory-device-0-requested", "1 GiB");
    Forms.choose(robot, "#memory-device-0-cell", "cell 1");
    Forms.type(robot, "#memory-device-0-nodes", "3");
    Forms.type(robot, "#memory-device-0-block", "3 MiB");

    var device = domain().hardware().memoryDevices().getFirst();
    assertThat(device.model()).isEqualTo("virtio-mem");
    assertThat(device.sizeKib()).isEqualTo(4 * GIB);
    assertThat(device.requestedKib()).isEqualTo(OptionalLong.of(GIB));
    assertThat(device.node()).isEqualTo(OptionalInt.of(1));
    assertThat(device.hostNodes()).isEqualTo(Optional.of(NodeSet.of(3)));
    assertThat(Forms.words(robot, "#memory-device-0-block-mistake"))
        .contains("whole blocks of 3 MiB");
    Forms.press(robot, "#memory-device-0-remove");
    assertThat(domain().hardware().memoryDevices()).isEmpty();
  }

  @Test
  void sharesOfCachesAreTypedAndWrongOnesExplained(FxRobot robot) {
    Forms.type(robot, "#memory-cachetune", "0-3=L3.0:4 MiB; 4=L3.1.code:1 MiB");
    Forms.type(robot, "#memory-memorytune", "0-3:60");

    assertThat(domain().cpuTune().allocations().caches()).hasSize(2);
    assertThat(Forms.words(robot, "#memory-memorytune-mistake")).contains("write 0-3=0:60");
  }

  private Domain domain() {
    return store.design().guest(large).orElseThrow().wanted();
  }
}
