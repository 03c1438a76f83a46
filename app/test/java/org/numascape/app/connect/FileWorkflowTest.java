package org.numascape.app.connect;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.document.Folders;
import org.numascape.topology.CpuSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Opening, saving and what is asked before edits are lost.
@ExtendWith(ApplicationExtension.class)
final class FileWorkflowTest {

  @TempDir private Path home;
  private Stage stage;
  private DesignStore store;
  private FileWorkflow files;
  private final List<String> compared = new ArrayList<>();

  @Start
  void start(Stage shown) {
    stage = shown;
    store = Demonstration.store(Clock.systemUTC());
    var curtain = new Curtain();
    var folders = new Folders(home.resolve("config"), home.resolve("state"));
    files =
        new FileWorkflow(
            stage, store, new Background(), curtain, folders, Clock.systemUTC(), neighbours());
    stage.setScene(new Scene(new StackPane(curtain), 800, 600));
    stage.setOnCloseRequest(files::askBeforeClosing);
    stage.show();
  }

  private Neighbours neighbours() {
    return new Neighbours() {
      @Override
      public Optional<String> chooseSample(Window owner) {
        return Optional.of("epyc-nps4");
      }

      @Override
      public void compare(List<Wanted> hosts) {
        hosts.forEach(wanted -> compared.add(wanted.label()));
      }
    };
  }

  private static void until(Callable<Boolean> so) throws Exception {
    WaitForAsyncUtils.waitFor(10, SECONDS, () -> WaitForAsyncUtils.asyncFx(so).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private DomainId guest(String name) {
    return store.design().guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void edit(FxRobot robot) {
    robot.interact(() -> store.apply(new Edit.UnpinVcpus(guest("build-ci"), CpuSet.of(0))));
  }

  private boolean asked(FxRobot robot, String words) {
    return robot.lookup(words).tryQuery().isPresent();
  }

  private List<Path> copies() throws IOException {
    var state = home.resolve("state");
    if (!Files.isDirectory(state)) {
      return List.of();
    }
    try (var all = Files.walk(state)) {
      return all.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  @Test
  void aFileThatCannotBeOpenedLeavesTheDesignAsItWas(FxRobot robot) throws Exception {
    var broken = Files.writeString(home.resolve("host.xml"), "<topology><oops");
    Design before = store.design();

    robot.interact(() -> files.begin(List.of(broken.toString())));
    until(() -> asked(robot, "This could not be opened"));
    robot.clickOn("Close");

    assertThat(store.design()).isSameAs(before);
    assertThat(store.file().get()).isEmpty();
  }

  @Test
  void droppedDomainsAreAddedAsOneUndoableStep(FxRobot robot) throws Exception {
    var xml =
        Files.writeString(
            home.resolve("guest.xml"),
            """
            <domain type='kvm'>
              <name>dropped</name>
              <uuid>0b5fd6a3-7c6c-4bb6-9d9c-5a0d2b0e7a11</uuid>
              <memory unit='GiB'>2</memory>
              <vcpu>2</vcpu>
              <os><type arch='x86_64'>hvm</type></os>
            </domain>
            """);
    int before = store.design().guests().size();

    robot.interact(() -> files.dropped(List.of(xml)));
    until(() -> store.design().guests().size() == before + 1);

    assertThat(guest("dropped")).isNotNull();
    robot.interact(store::undo);
    assertThat(store.design().guests()).hasSize(before);
  }

  @Test
  void closingWithEditsInNoFileAsksAndCancelStays(FxRobot robot) throws Exception {
    edit(robot);

    Platform.runLater(
        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    until(() -> asked(robot, "Save the design first?"));
    robot.clickOn("Cancel");

    assertThat(stage.isShowing()).isTrue();
    assertThat(store.unsaved().get()).isTrue();
  }

  @Test
  void anotherHostOpensOnlyAfterTheQuestionWhatBecomesOfEdits(FxRobot robot) throws Exception {
    var laptop =
        Files.writeString(
            home.resolve("host.xml"),
            """
            <topology version="2.0">
              <object type="Machine" os_index="0" cpuset="0x1" nodeset="0x1" gp_index="1">
                <object type="NUMANode" os_index="0" cpuset="0x1" nodeset="0x1" gp_index="2" local_memory="1073741824"/>
                <object type="Core" os_index="0" cpuset="0x1" nodeset="0x1" gp_index="3">
                  <object type="PU" os_index="0" cpuset="0x1" nodeset="0x1" gp_index="4"/>
                </object>
              </object>
            </topology>
            """);
    edit(robot);

    robot.interact(() -> files.dropped(List.of(laptop)));
    until(() -> asked(robot, "Save the design first?"));
    assertThat(store.design().host().pus()).hasSize(64);
    robot.clickOn("Discard edits");
    until(() -> store.design().host().pus().size() == 1);

    assertThat(store.unsaved().get()).isFalse();
  }

  @Test
  void aRecoveryCopyAppearsAfterAnEditAndGoesOnceItIsSaved(FxRobot robot) throws Exception {
    var file = home.resolve("plan.numascape.json");
    robot.interact(() -> store.savedAs(store.design(), file));
    edit(robot);

    until(() -> !copies().isEmpty());
    robot.interact(files::save);
    until(() -> !store.unsaved().get() && copies().isEmpty());

    assertThat(file).isNotEmptyFile();
  }

  @Test
  void anEditThatIsUndoneNeedsNoSaving(FxRobot robot) {
    edit(robot);
    robot.interact(store::undo);

    assertThat(store.unsaved().get()).isFalse();
  }

  @Test
  void whatWasOpenedIsInTheRecentMenuAndOpensAgain(FxRobot robot) throws Exception {
    var outputs = Files.createDirectory(home.resolve("outputs"));
    Files.writeString(
        outputs.resolve("lscpu.txt"),
        """
        CPU NODE SOCKET CORE ONLINE
          0    0      0    0 yes
          1    0      0    1 yes
          2    0      0    2 yes
        """);
    robot.interact(() -> files.dropped(List.of(outputs)));
    until(() -> store.design().host().pus().size() == 3);
    robot.interact(() -> files.begin(List.of("synthetic:pack:1 core:5 pu:1")));
    until(() -> store.design().host().pus().size() == 5);
    robot.interact(files::openSample);
    until(() -> store.design().source().label().equals("sample: epyc-nps4"));
    until(() -> recent().size() == 3);

    robot.interact(() -> recent().getLast().fire());
    until(() -> store.design().host().pus().size() == 3);

    assertThat(recent().stream().map(MenuItem::getText))
        .contains("synthetic: pack:1 core:5 pu:1", "sample: epyc-nps4");
  }

  private List<MenuItem> recent() {
    var items = FXCollections.<MenuItem>observableArrayList();
    files.fillRecent(items, 0);
    return items.stream().filter(item -> !(item instanceof SeparatorMenuItem)).toList();
  }

  @Test
  void twoHostFilesCanBeComparedInsteadOfCombined(FxRobot robot) throws Exception {
    var one = Files.writeString(home.resolve("a.xml"), "<topology version='2.0'/>");
    var other = Files.writeString(home.resolve("b.xml"), "<topology version='2.0'/>");

    robot.interact(() -> files.dropped(List.of(one, other)));
    until(() -> asked(robot, "Compare them"));
    robot.clickOn("Compare them");
    until(() -> compared.size() == 2);

    assertThat(compared).containsExactly("a.xml", "b.xml");
  }
}
