package org.numascape.app.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.Session;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.document.HostOpener;
import org.numascape.domain.Domain;
import org.numascape.domain.Memory;
import org.numascape.domain.Vcpus;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.CpuSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class DomainsPanelTest {
  private DesignStore store;
  private DragState drag;
  private final List<String> asked = new ArrayList<>();

  @Start
  void start(Stage stage) throws Exception {
    var design = HostOpener.sample(SampleHosts.DEMONSTRATION).design();
    store = new DesignStore(design, Session.ofFile(Instant.EPOCH));
    var view = new ViewState();
    drag = new DragState(store, view);
    var panel =
        new DomainsPanel(
            store,
            view,
            drag,
            new Requests(
                () -> asked.add("add"),
                () -> asked.add("new"),
                item -> asked.add("fly"),
                () -> asked.add("place"),
                guest -> java.util.List.of()));
    panel.setPrefWidth(300);
    panel.setMinWidth(300);
    var picture = new Region();
    picture.setId("picture");
    HBox.setHgrow(picture, Priority.ALWAYS);
    var scene = new Scene(new HBox(panel, picture), 700, 900);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aChipIsSolidWhilePinnedHollowWithoutAndStripedForASet(FxRobot robot) {
    var db = id("db-server");

    robot.interact(() -> {
      store.apply(new Edit.UnpinVcpus(db, CpuSet.of(6)));
      store.apply(new Edit.PinVcpus(db, java.util.Map.of(5, CpuSet.range(4, 7))));
    });

    assertThat(states(robot, new Item.Vcpu(db, 0))).contains("pinned");
    assertThat(states(robot, new Item.Vcpu(db, 6))).doesNotContain("pinned", "set");
    assertThat(states(robot, new Item.Vcpu(db, 5))).contains("set").doesNotContain("pinned");
    assertThat(chip(robot, new Item.Vcpu(db, 0)).getAccessibleText())
        .isEqualTo("vCPU 0 of db-server · CPU 2 · core 2 · node 0");
  }

  @Test
  void theBadgeSaysWhatIsWorst(FxRobot robot) {
    assertThat(badge(robot, "db-server")).isEqualTo("100 % local");
    assertThat(badge(robot, "build-ci")).isEqualTo("×2.1 remote");
    assertThat(badge(robot, "large-vm")).isEqualTo("pages short");

    robot.interact(() -> store.apply(Edit.moveCell(store.design(), id("build-ci"), 0, 1)));

    assertThat(badge(robot, "build-ci")).isEqualTo("100 % local");
  }

  @Test
  void unpinAllInTheMenuOfACardFreesTheGuestInOneStep(FxRobot robot) {
    var build = id("build-ci");

    robot.rightClickOn(handle(robot, new Item.WholeGuest(build)));
    robot.clickOn("Unpin all");

    assertThat(domain(build).vcpuPins()).isEmpty();
    assertThat(domain(build).numaTune().bindingOf(0)).isEmpty();
    robot.interact(store::undo);
    assertThat(domain(build).vcpuPins()).hasSize(6);
  }

  @Test
  void ctrlAddsToTheSelectionAndShiftExtendsIt(FxRobot robot) {
    var db = id("db-server");

    robot.clickOn(chip(robot, new Item.Vcpu(db, 1)));
    click(robot, new Item.Vcpu(db, 7), false, true);
    var toggled = store.selection().get();
    robot.clickOn(chip(robot, new Item.Vcpu(db, 2)));
    click(robot, new Item.Vcpu(db, 4), true, false);

    assertThat(toggled).containsExactly(new Item.Vcpu(db, 1), new Item.Vcpu(db, 7));
    assertThat(store.selection().get())
        .containsExactly(new Item.Vcpu(db, 2), new Item.Vcpu(db, 3), new Item.Vcpu(db, 4));
  }

  @Test
  @Tag("display")
  void aDragCarriesTheWholeSelectionAndEndsWithoutATargetWithoutAnEdit(FxRobot robot) {
    var db = id("db-server");
    robot.interact(() -> store.select(List.of(new Item.Vcpu(db, 1), new Item.Vcpu(db, 2))));

    pickUp(robot, new Item.Vcpu(db, 2));
    robot.moveTo("#picture");
    WaitForAsyncUtils.waitForFxEvents();
    var carried = drag.items().get();
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(carried).containsExactly(new Item.Vcpu(db, 1), new Item.Vcpu(db, 2));
    assertThat(drag.active()).isFalse();
    assertThat(store.history().get().past()).isEmpty();
  }

  @Test
  @Tag("display")
  void aChipPickedUpAndLetGoOverThePanelIsPutBackNotUnpinned(FxRobot robot) {
    var db = id("db-server");

    pickUp(robot, new Item.Vcpu(db, 0));
    var carried = drag.items().get();
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(carried).containsExactly(new Item.Vcpu(db, 0));
    assertThat(domain(db).vcpuPins()).containsKey(0);
  }

  @Test
  void arrowsMoveSpaceSelectsDeleteUnpinsAndEnterAsksToPlace(FxRobot robot) {
    var rt = id("rt-app");

    robot.interact(() -> handle(robot, new Item.WholeGuest(rt)).requestFocus());
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.SPACE);
    var selected = store.selection().get();
    robot.type(KeyCode.DELETE);
    robot.type(KeyCode.ENTER);

    assertThat(selected).containsExactly(new Item.Vcpu(rt, 1));
    assertThat(domain(rt).vcpuPins()).containsOnlyKeys(0, 2, 3);
    assertThat(asked).containsExactly("place");
  }

  @Test
  void downLeavesACardForTheNext(FxRobot robot) {
    robot.interact(() -> handle(robot, new Item.Emulator(id("rt-app"))).requestFocus());

    robot.type(KeyCode.DOWN);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(robot.lookup(".chip").<Node>queryAll()).noneMatch(Node::isFocused);
    assertThat(handle(robot, new Item.WholeGuest(id("large-vm"))).isFocused()).isTrue();
  }

  @Test
  void aDoubleClickFliesToTheGuest(FxRobot robot) {
    robot.doubleClickOn(handle(robot, new Item.WholeGuest(id("rt-app"))));

    assertThat(asked).containsExactly("fly");
  }

  @Test
  void manyVcpusAreFoldedIntoRowsThatOpen(FxRobot robot) {
    var big = guest("big", 128, store.design().guests().getFirst());
    robot.interact(() ->
        store.open(
            store.design().withGuests(List.of(big)),
            Session.ofFile(Instant.EPOCH),
            Optional.empty()));

    int folded = robot.lookup(".chip.vcpu").queryAll().size();
    robot.clickOn(".vcpu-row");
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(folded).isZero();
    assertThat(robot.lookup(".vcpu-row").queryAll()).hasSize(4);
    assertThat(robot.lookup(".chip.vcpu").queryAll()).hasSize(32);
  }

  @Test
  void ofTwoHundredGuestsOnlyTheVisibleHaveCards(FxRobot robot) {
    var first = store.design().guests().getFirst();
    var many = IntStream.range(0, 200).mapToObj(i -> guest("guest-" + i, 8, first)).toList();

    robot.interact(() ->
        store.open(
            store.design().withGuests(many), Session.ofFile(Instant.EPOCH), Optional.empty()));

    assertThat(robot.lookup(".guest-card").queryAll()).hasSizeBetween(3, 20);
  }

  @Test
  void anEmptyDesignSaysHowGuestsComeIn(FxRobot robot) {
    robot.interact(() -> {
      var none = store.design().withGuests(List.of());
      store.open(none, Session.ofFile(Instant.EPOCH), Optional.empty());
    });

    assertThat(robot.lookup("#no-guests").<Node>query().isVisible()).isTrue();
    robot.clickOn("#add-first-guests");
    assertThat(asked).containsExactly("add");
  }

  /// Presses and moves far enough for a drag. Only on a screen: JavaFX without one hands the moves
  /// of a pressed button to whatever is below the pointer, not to where the press was.
  private void pickUp(FxRobot robot, Item.OfGuest item) {
    robot.moveTo(chip(robot, item));
    WaitForAsyncUtils.waitForFxEvents();
    robot.press(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    robot.moveBy(6, 0);
    WaitForAsyncUtils.waitForFxEvents();
    robot.moveBy(20, 60);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// A click with modifiers, which a robot without a screen does not put on mouse events.
  private void click(FxRobot robot, Item.OfGuest item, boolean shift, boolean ctrl) {
    var chip = chip(robot, item);
    robot.interact(() ->
        Event.fireEvent(
            chip,
            new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                1,
                1,
                1,
                1,
                MouseButton.PRIMARY,
                1,
                shift,
                ctrl,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null)));
  }

  private static Guest guest(String name, int vcpus, Guest like) {
    var old = like.stored();
    var domain =
        Domain.plain(
                old.type(),
                name,
                new Vcpus(vcpus, vcpus, Optional.empty(), false),
                Memory.of(old.memoryKib()))
            .withNumaTune(old.numaTune())
            .withBacking(old.backing());
    return Guest.read(domain, "", like.state(), 0);
  }

  private DomainId id(String name) {
    return store.design().guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Domain domain(DomainId id) {
    return store.design().guest(id).orElseThrow().wanted();
  }

  private Node handle(FxRobot robot, Item.OfGuest item) {
    return robot
        .lookup((Node node) -> Chip.id(item).equals(node.getId()))
        .<Node>queryAll()
        .iterator()
        .next();
  }

  private Label chip(FxRobot robot, Item.OfGuest item) {
    return (Label) handle(robot, item);
  }

  private String badge(FxRobot robot, String name) {
    String wanted = "health-" + id(name).value();
    return robot.lookup((Label label) -> wanted.equals(label.getId())).<Label>query().getText();
  }

  private Set<String> states(FxRobot robot, Item.OfGuest item) {
    return new HashSet<>(handle(robot, item).getPseudoClassStates())
        .stream().map(PseudoClass::getPseudoClassName).collect(Collectors.toSet());
  }
}
