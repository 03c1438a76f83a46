package org.numascape.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.design.Item;
import org.numascape.document.HostOpener;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.topology.Contradiction;
import org.numascape.topology.Guess;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the inspector tells of a host and its parts, and of what is not certain.
@ExtendWith(ApplicationExtension.class)
final class HostFactsTest {

  private static final String HOST =
      """
      <topology version="2.0">
        <object type="Machine" os_index="0" cpuset="0x3" nodeset="0x1" gp_index="1">
          <object type="MemCache" cpuset="0x3" nodeset="0x1" gp_index="9" cache_size="1073741824" depth="1" cache_linesize="64" cache_associativity="1" cache_type="0">
            <object type="NUMANode" os_index="0" cpuset="0x3" nodeset="0x1" gp_index="2" local_memory="4294967296"/>
          </object>
          <object type="Core" os_index="0" cpuset="0x3" nodeset="0x1" gp_index="3">
            <object type="PU" os_index="0" cpuset="0x1" nodeset="0x1" gp_index="4"/>
            <object type="PU" os_index="1" cpuset="0x2" nodeset="0x1" gp_index="5"/>
          </object>
          <object type="Bridge" gp_index="6" bridge_type="0-1" depth="0" bridge_pci="0000:[00-05]">
            <object type="PCIDev" gp_index="7" pci_busid="0000:05:00.0" pci_type="0200 [8086:1521] [0000:0000] 01" pci_link_speed="2.0">
              <object type="OSDev" gp_index="8" name="eth0" osdev_type="2"/>
            </object>
          </object>
          <object type="Misc" gp_index="10" name="DIMM A1"/>
        </object>
      </topology>
      """;

  private DesignStore store;

  @Start
  void start(Stage stage) throws Exception {
    store = new DesignStore(design(HwlocReader.read("host.xml", HOST)), session());
    var scene = new Scene(new InspectorPanel(store, new ViewState(), guest -> {}), 300, 420);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.setWidth(300);
    stage.setHeight(420);
    stage.show();
  }

  private static Session session() {
    return Session.ofFile(Instant.EPOCH);
  }

  private static Design design(HostTopology host) {
    return Design.of("host", host, new HostSource.File("host.xml"), List.of());
  }

  private void select(FxRobot robot, ObjectKind kind) {
    robot.interact(() -> store.select(List.of(new Item.OnHost(new ObjectId(kind, 0)))));
  }

  private static List<String> words(FxRobot robot) {
    return robot.lookup(".sheet .label").<Label>queryAll().stream()
        .map(label -> label.getText().replace('\u00a0', ' '))
        .toList();
  }

  @Test
  void aBridgeTellsItsBusesAndWhatIsBelowIt(FxRobot robot) {
    select(robot, ObjectKind.BRIDGE);

    assertThat(words(robot)).contains("Host bridge", "0000:[00-05]", "1 PCI device · 1 device");
  }

  @Test
  void aPciDeviceTellsItsLinkAndWhatTheSystemCallsIt(FxRobot robot) {
    select(robot, ObjectKind.PCI_DEVICE);

    assertThat(words(robot)).contains("eth0", "0000:05:00.0", "2.0 GB/s");
  }

  @Test
  void aMiscObjectTellsWhatItIsAttachedTo(FxRobot robot) {
    select(robot, ObjectKind.MISC);

    assertThat(words(robot)).contains("DIMM A1", "Attached to", "Host");
  }

  @Test
  void aMemorySideCacheTellsTheNodeItIsInFrontOf(FxRobot robot) {
    select(robot, ObjectKind.MEMORY_CACHE);

    assertThat(words(robot)).contains("Memory-side cache 0", "1 GiB", "In front of", "node 0");
  }

  @Test
  void aCoreTellsHowManyCpusItHolds(FxRobot robot) {
    select(robot, ObjectKind.CORE);

    assertThat(words(robot)).contains("Holds", "2 CPUs");
  }

  @Test
  void aGuessIsMarkedOnItsPartAndListedForTheWholeHost(FxRobot robot) {
    var host = store.design().host();
    var node = new ObjectId(ObjectKind.NUMA_NODE, 0);
    var guess = new Guess(node, "Placed by its distances, near node 0.");
    var guessed = host.with(host.facts().withGuesses(List.of(guess)));
    robot.interact(() -> store.open(design(guessed), session(), Optional.empty()));

    var link = robot.lookup("#guesses .hyperlink").<Hyperlink>query();
    String name = link.getText();
    robot.interact(link::fire);

    assertThat(name).isEqualTo("NUMA node 0");
    assertThat(robot.lookup("#inspector-guess").<Label>query().getText())
        .isEqualTo("A guess: Placed by its distances, near node 0.");
  }

  @Test
  void contradictionsAreListedWithBothClaimsAndGoWithTheirHost(FxRobot robot) {
    var host = store.design().host();
    var contradiction =
        new Contradiction(
            "memory of node 0",
            List.of(
                new Contradiction.Claim("numactl -H", "4 GiB"),
                new Contradiction.Claim("lscpu", "8 GiB")));
    var disputed = host.with(host.facts().withContradictions(List.of(contradiction)));

    robot.interact(() -> store.open(design(disputed), session(), Optional.empty()));
    var told = words(robot);
    robot.interact(() -> store.open(design(host), session(), Optional.empty()));

    assertThat(told)
        .contains(
            "Sources disagree", "memory of node 0", "numactl -H says 4 GiB\nlscpu says 8 GiB");
    assertThat(words(robot)).doesNotContain("Sources disagree");
  }

  @Test
  void nothingIsWiderThanWhatTheScrollBarLeaves(FxRobot robot) throws Exception {
    var sample = HostOpener.sample("sgi-uv").design();
    robot.interact(() -> store.open(sample, session(), Optional.empty()));
    robot.interact(() -> store.select(List.of(new Item.NodeMemory(0))));

    var scroll = robot.lookup(".inspector-panel > .scroll-pane").<ScrollPane>query();
    var sheet = (Region) scroll.getContent();

    assertThat(sheet.getHeight()).isGreaterThan(scroll.getViewportBounds().getHeight());
    assertThat(sheet.getWidth()).isLessThanOrEqualTo(scroll.getViewportBounds().getWidth() + 0.5);
    assertThat(sheet.getChildrenUnmodifiable())
        .allMatch(line -> line.getBoundsInParent().getMaxX() <= sheet.getWidth() + 0.5);
  }
}
