package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Designs;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

final class HistoryTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void anyEditsUndoneLeadBackToTheStartAndRedoneToTheSameEnd(long seed) {
    var random = new Random(seed);
    var start = History.startingAt(Designs.pictured());
    var history = start;
    for (int step = 0; step < 60; step++) {
      var edit = edit(random, history.present());
      assertThat(edit.label(history.present())).as("seed %d, %s", seed, edit).isNotBlank();
      history = history.after(edit);
    }

    var undone = history;
    while (undone.undoLabel().isPresent()) {
      undone = undone.undo();
    }
    var redone = undone;
    while (redone.redoLabel().isPresent()) {
      redone = redone.redo();
    }

    assertThat(undone.present()).as("seed %d", seed).isEqualTo(start.present());
    assertThat(redone).as("seed %d", seed).isEqualTo(history);
  }

  @Test
  void anEditThatChangesNothingLeavesNoTrace() {
    var history = History.startingAt(Designs.pictured());

    assertThat(history.after(new Edit.Rename(history.present().name()))).isSameAs(history);
  }

  @Test
  void aNewEditAfterUndoForgetsWhatWasUndone() {
    var history =
        History.startingAt(Designs.pictured())
            .after(new Edit.Rename("one"))
            .undo()
            .after(new Edit.Rename("two"));

    assertThat(history.redoLabel()).isEmpty();
    assertThat(history.present().name()).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void jumpsBackAndForthLoseNoStep(long seed) {
    var random = new Random(seed);
    var history = History.startingAt(Designs.pictured());
    for (int step = 0; step < 40; step++) {
      history = history.after(edit(random, history.present()), Instant.ofEpochSecond(step));
    }

    var jumped = history;
    for (int jump = 0; jump < 60; jump++) {
      int to = random.nextInt(history.length() + 1);
      jumped = jumped.jump(to);
      assertThat(jumped.position()).as("seed %d", seed).isEqualTo(to);
      assertThat(jumped.present()).as("seed %d", seed).isEqualTo(history.state(to));
    }

    assertThat(jumped.jump(history.length())).as("seed %d", seed).isEqualTo(history);
  }

  @Test
  void aJumpIsAsManyUndos() {
    var history =
        History.startingAt(Designs.pictured())
            .after(new Edit.Rename("one"))
            .after(new Edit.Rename("two"))
            .after(new Edit.Rename("three"));

    assertThat(history.jump(1)).isEqualTo(history.undo().undo());
    assertThat(history.jump(1).jump(2)).isEqualTo(history.undo());
  }

  @Test
  void aStepKnowsWhenItWasMadeWhereverItIsJumpedTo() {
    var made = Instant.parse("2026-11-21T19:30:00Z");
    var history = History.startingAt(Designs.pictured()).after(new Edit.Rename("one"), made);

    assertThat(history.step(1).at()).isEqualTo(made);
    assertThat(history.jump(0).step(1).at()).isEqualTo(made);
  }

  private static Edit edit(Random random, Design design) {
    var guests = design.guests();
    if (guests.isEmpty()) {
      return new Edit.AddGuests(Designs.pictured().guests());
    }
    var id = guests.get(random.nextInt(guests.size())).id();
    return switch (random.nextInt(15)) {
      case 0 -> new Edit.PinVcpus(id, Map.of(random.nextInt(8), cpus(random)));
      case 1 -> new Edit.UnpinVcpus(id, CpuSet.range(0, random.nextInt(8)));
      case 2 -> new Edit.PinEmulator(id, Optional.of(cpus(random)));
      case 3 -> new Edit.PinEmulator(id, Optional.empty());
      case 4 -> new Edit.PinIoThread(id, 1, Optional.of(cpus(random)));
      case 5 -> new Edit.BindCell(id, random.nextInt(2), binding(random));
      case 6 -> new Edit.UnbindCell(id, random.nextInt(2));
      case 7 -> new Edit.SetMemoryMode(id, mode(random));
      case 8 -> new Edit.SetPages(id, Optional.of(PageSize.TWO_MIB));
      case 9 -> new Edit.ReserveCpus(cpus(random));
      case 10 ->
          new Edit.PlanPool(
              new PoolPlan(random.nextInt(4), PageSize.TWO_MIB, random.nextInt(9_000)));
      case 11 -> new Edit.Revert(id);
      case 12 -> new Edit.MuteRule(new Mute("P-03", Optional.of(id), "they share on purpose"));
      case 13 -> new Edit.UnmuteRule("P-03", Optional.of(id));
      default -> random.nextInt(4) == 0 ? new Edit.RemoveGuest(id) : together(random, design);
    };
  }

  private static Edit together(Random random, Design design) {
    var edits = new ArrayList<Edit>();
    for (int part = 0; part < 3; part++) {
      edits.add(new Edit.Rename("design " + random.nextInt(5) + design.guests().size()));
    }
    return new Edit.Together("Several things", edits);
  }

  private static CpuSet cpus(Random random) {
    int first = random.nextInt(60);
    return CpuSet.range(first, first + random.nextInt(4));
  }

  private static MemoryBinding binding(Random random) {
    return new MemoryBinding(mode(random), NodeSet.of(random.nextInt(4)));
  }

  private static MemoryMode mode(Random random) {
    return List.of(MemoryMode.values()).get(random.nextInt(4));
  }
}
