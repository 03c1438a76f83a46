package org.numascape.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.app.store.Session;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.Vcpus;
import org.numascape.format.synthetic.SyntheticReader;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// How long the window's thread is busy while a vCPU is dragged over a host of 1,024 PUs and 16
/// nodes with 200 guests: in the whole window, all panels following.
///
/// Its name keeps it out of the tests. `mvn -q test -pl src,app -Dtest=DragFramesBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false` prints milliseconds.
@ExtendWith(ApplicationExtension.class)
final class DragFramesBenchmark {

  private static final String HOST = "pack:4 numa:4(memory=256GB) l3:4 l2:8 l1:1 core:1 pu:2";
  private static final int GUESTS = 200;
  private static final int VCPUS = 4;
  private static final int WARM = 40;
  private static final int STEPS = 120;

  /// From CPU to CPU always to another package, whatever is drawn of them at that zoom.
  private static final int STRIDE = 293;

  /// How long one step may take before the drag counts as stuck.
  private static final long PATIENCE_MS = 10_000;

  @TempDir private static Path home;
  private OpenWindow window;

  /// What one step to another part of the host took, in ms.
  ///
  /// @param event the pointer's event alone
  /// @param longest the longest time for which nothing else could run on the FX thread
  /// @param settled until pill, picture and problems show the outcome
  private record Step(double event, double longest, double settled) {}

  @Start
  void start(Stage stage) {
    window = OpenWindow.demonstration(stage, home);
  }

  @Test
  void everyStepOfADragIsShownAndTimed(FxRobot robot) throws Exception {
    window.ready();
    var design = design();
    robot.interact(
        () -> window.store().open(design, Session.ofFile(Instant.EPOCH), Optional.empty()));
    OpenWindow.until(() ->
        window.store().settled().get()
            && window.canvas().boundsInScene(window.cpu(1_000)).isPresent());
    pickUp(robot, new Item.Vcpu(design.guests().get(1).id(), 0));
    var steps = new ArrayList<Step>();
    for (int step = 0; step < WARM + STEPS; step++) {
      int cpu = (step * STRIDE) % 1_000;
      var taken = step(cpu);
      if (step >= WARM) {
        steps.add(taken);
      }
    }
    fire(MouseEvent.MOUSE_RELEASED, 1, 1);

    report("event", steps, Step::event);
    report("longest frame", steps, Step::longest);
    report("until all is shown", steps, Step::settled);
    assertThat(steps).hasSize(STEPS);
  }

  /// Carries a vCPU: seen from near, as it is too small to be hit while the whole host is shown.
  private void pickUp(FxRobot robot, Item vcpu) throws InterruptedException {
    window.flyTo(vcpu);
    var near = window.box(vcpu);
    fire(MouseEvent.MOUSE_PRESSED, near.getCenterX(), near.getCenterY());
    fire(MouseEvent.MOUSE_DRAGGED, near.getCenterX() + 20, near.getCenterY());
    robot.interact(window.canvas()::fit);
    assertThat(window.shows("#drag-layer")).as("a vCPU is carried").isTrue();
  }

  private Step step(int cpu) throws InterruptedException {
    var over = window.box(window.cpu(cpu));
    var before = window.store().preview().get();
    long begun = System.nanoTime();
    fire(MouseEvent.MOUSE_DRAGGED, over.getCenterX(), over.getCenterY());
    double event = since(begun);
    double longest = event;
    boolean shown;
    do {
      long asked = System.nanoTime();
      shown = shown(before);
      longest = Math.max(longest, since(asked));
      if (since(begun) > PATIENCE_MS) {
        throw new AssertionError(
            "over CPU " + cpu + " nothing new was shown within " + PATIENCE_MS + " ms");
      }
    } while (!shown);
    double settled = since(begun);
    // The frame that shows it.
    for (int pulse = 0; pulse < 20; pulse++) {
      Thread.sleep(1);
      long asked = System.nanoTime();
      shown(before);
      longest = Math.max(longest, since(asked));
    }
    return new Step(event, longest, settled);
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }

  /// Waits for a turn on the FX thread; says whether all is shown of another outcome than before.
  private boolean shown(Optional<Edit> before) throws InterruptedException {
    return onFx(() -> {
      var preview = window.store().preview().get();
      return window.store().settled().get() && preview.isPresent() && !preview.equals(before);
    });
  }

  private void fire(EventType<MouseEvent> type, double sceneX, double sceneY)
      throws InterruptedException {
    onFx(() -> {
      // Without a pick result an event's place is in the scene.
      Event.fireEvent(
          window.canvas(),
          new MouseEvent(
              type,
              sceneX,
              sceneY,
              sceneX,
              sceneY,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              type != MouseEvent.MOUSE_RELEASED,
              false,
              false,
              false,
              false,
              false,
              null));
      return true;
    });
  }

  private static boolean onFx(BooleanSupplier asked) throws InterruptedException {
    var turn = new CountDownLatch(1);
    var answer = new AtomicBoolean();
    Platform.runLater(() -> {
      try {
        answer.set(asked.getAsBoolean());
      } finally {
        turn.countDown();
      }
    });
    if (!turn.await(PATIENCE_MS, MILLISECONDS)) {
      throw new AssertionError("the FX thread was busy for more than " + PATIENCE_MS + " ms");
    }
    return answer.get();
  }

  private static void report(String what, List<Step> steps, ToDoubleFunction<Step> time) {
    System.out.printf(
        Locale.ROOT,
        "%-20s median %.1f ms, 95 %% below %.1f ms, worst %.1f ms%n",
        what,
        part(steps, time, 0.5),
        part(steps, time, 0.95),
        part(steps, time, 1));
  }

  private static double part(List<Step> steps, ToDoubleFunction<Step> time, double part) {
    double[] sorted = steps.stream().mapToDouble(time).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(part * (sorted.length - 1))];
  }

  private static Design design() throws Exception {
    var host = SyntheticReader.read("synthetic", HOST);
    var guests = new ArrayList<Guest>();
    for (int index = 0; index < GUESTS; index++) {
      var plain =
          Domain.plain(
              "kvm",
              "guest-" + index,
              new Vcpus(VCPUS, VCPUS, Optional.empty(), false),
              Memory.of(8_388_608));
      var domain = index % 10 == 0 ? plain : placed(plain, host, index);
      guests.add(Guest.read(domain, "", DomainState.SHUT_OFF, index));
    }
    return Design.of("crowd", host, new HostSource.Synthetic(HOST), guests);
  }

  /// Every seventh has its memory on another node than its vCPUs, so that there are arcs.
  private static Domain placed(Domain domain, HostTopology host, int index) {
    int first = index * VCPUS;
    var pins = new TreeMap<Integer, CpuSet>();
    for (int vcpu = 0; vcpu < VCPUS; vcpu++) {
      pins.put(vcpu, CpuSet.of(first + vcpu));
    }
    int home = host.nodeOf(first).orElse(0);
    int node = index % 7 == 0 ? (home + 1) % host.nodes().size() : home;
    var bound = Optional.of(new MemoryBinding(MemoryMode.STRICT, NodeSet.of(node)));
    return domain
        .withVcpuPins(pins)
        .withEmulatorPin(Optional.of(CpuSet.range(1_008, 1_023)))
        .withNumaTune(new NumaTune(bound, false, Map.of()));
  }
}
