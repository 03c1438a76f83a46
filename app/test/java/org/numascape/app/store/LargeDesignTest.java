package org.numascape.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.LargeHost;
import org.numascape.app.SampleStore;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// What a store promises while facts and problems of a large design are on their way.
@ExtendWith(ApplicationExtension.class)
final class LargeDesignTest {

  private DesignStore store;
  private DomainId guest;
  private Item.Vcpu vcpu;

  @BeforeEach
  void open(FxRobot robot) {
    var opened = new ArrayList<DesignStore>();
    robot.interact(
        () -> opened.add(new DesignStore(LargeHost.design(), Session.ofFile(Instant.EPOCH))));
    store = opened.getFirst();
    guest = store.design().guests().getFirst().id();
    vcpu = new Item.Vcpu(guest, 0);
  }

  private Edit pinTo(int cpu) {
    return new Edit.PinVcpus(guest, Map.of(0, CpuSet.of(cpu)));
  }

  private boolean sitsOn(int cpu) {
    return store.analysis().get().occupancy().seat(vcpu).orElseThrow().cpus().contains(cpu);
  }

  private static Item pu(int logical) {
    return new Item.OnHost(new ObjectId(ObjectKind.PU, logical));
  }

  private void untilSettled() {
    SampleStore.until(() -> store.settled().get());
  }

  @Test
  void anEditIsInTheHistoryAtOnceAndItsFactsAndProblemsFollow(FxRobot robot) {
    robot.interact(() -> {
      store.apply(pinTo(1));

      assertThat(store.history().get().undoLabel()).isPresent();
      assertThat(store.settled().get()).isFalse();
      assertThat(sitsOn(0)).isTrue();
    });
    untilSettled();

    assertThat(sitsOn(1)).isTrue();
    assertThat(store.shown().get()).isSameAs(store.analysis().get());
    assertThat(store.problems().get()).anyMatch(problem -> problem.message().contains("CPU 1"));
  }

  @Test
  void ofManyEditsTheFactsOfTheLastStay(FxRobot robot) {
    robot.interact(() -> {
      for (int cpu = 2; cpu < 40; cpu++) {
        store.apply(pinTo(cpu));
      }
      store.undo();
    });
    untilSettled();

    assertThat(sitsOn(38)).isTrue();
    assertThat(store.analysis().get().design()).isEqualTo(store.design());
  }

  @Test
  void aPreviewTakenBackShowsTheFactsOfTheDesignAgain(FxRobot robot) {
    var before = store.analysis().get();
    var problems = store.problems().get();

    robot.interact(() -> store.preview(Optional.of(pinTo(1))));
    untilSettled();
    var previewed = store.shown().get();
    var kept = store.analysis().get();
    robot.interact(() -> store.preview(Optional.empty()));

    assertThat(previewed).isNotSameAs(before);
    assertThat(kept).isSameAs(before);
    assertThat(store.shown().get()).isSameAs(before);
    assertThat(store.problems().get()).isEqualTo(problems);
    assertThat(store.settled().get()).isTrue();
  }

  @Test
  void aDropIsCarriedOutThoughItsPlanWasStillBeingWorkedOut(FxRobot robot) {
    var drag = new DragState(store, new ViewState());
    robot.interact(() -> {
      drag.begin(List.of(vcpu));
      drag.over(Optional.of(pu(300)), false);
      assertThat(drag.planning().get()).isTrue();

      drag.drop();
    });
    SampleStore.until(() -> store.history().get().undoLabel().isPresent());
    untilSettled();

    assertThat(sitsOn(300)).isTrue();
    assertThat(drag.active()).isFalse();
  }

  @Test
  void whoeverWaitsForTheFactsIsToldOnceTheyAreThere(FxRobot robot) {
    robot.interact(() -> {
      store.apply(pinTo(7));
      store.whenSettled(() -> store.select(sitsOn(7) ? List.of(vcpu) : List.of()));

      assertThat(store.selection().get()).isEmpty();
    });
    untilSettled();

    assertThat(store.selection().get()).containsExactly(vcpu);
  }
}
