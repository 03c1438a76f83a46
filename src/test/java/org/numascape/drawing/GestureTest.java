package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.drawing.Pointer.Button;
import org.numascape.drawing.Pointer.Kind;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

final class GestureTest {

  private static final Item VCPU = new Item.Vcpu(new DomainId("db"), 3);
  private static final Item OTHER = new Item.Vcpu(new DomainId("db"), 4);
  private static final Item PU = new Item.OnHost(new ObjectId(ObjectKind.PU, 7));

  private Gesture gesture = new Gesture.Idle();
  private Set<Item> selection = Set.of();
  private final List<GestureEffect> effects = new ArrayList<>();

  @Test
  void aClickSelectsTheTopmostItem() {
    send(Kind.PRESS, 10, 10, VCPU, PU);
    send(Kind.RELEASE, 10, 10, VCPU, PU);

    assertThat(effects).containsExactly(new GestureEffect.Select(List.of(VCPU)));
  }

  @Test
  void aClickWithCtrlTogglesOneItem() {
    pointer(Kind.PRESS, 10, 10, true, VCPU);
    pointer(Kind.RELEASE, 10, 10, true, VCPU);

    assertThat(effects).containsExactly(new GestureEffect.Toggle(VCPU));
  }

  @Test
  void aClickOnEmptyGroundClearsTheSelection() {
    send(Kind.PRESS, 10, 10);
    send(Kind.RELEASE, 10, 10);

    assertThat(effects).containsExactly(new GestureEffect.Select(List.of()));
  }

  @Test
  void aPressedVcpuIsPickedUpOnlyAfterItTravelled() {
    send(Kind.PRESS, 10, 10, VCPU, PU);
    send(Kind.MOVE, 12, 12, VCPU, PU);

    assertThat(effects).isEmpty();

    send(Kind.MOVE, 20, 10, PU);

    assertThat(effects)
        .containsExactly(
            new GestureEffect.PickUp(List.of(VCPU)),
            new GestureEffect.Over(Optional.of(PU), false));
  }

  @Test
  void aSelectedVcpuTakesTheWholeSelectionAlong() {
    selection = Set.of(VCPU, OTHER);

    send(Kind.PRESS, 10, 10, VCPU);
    send(Kind.MOVE, 30, 10, PU);

    assertThat(effects.getFirst())
        .isInstanceOfSatisfying(
            GestureEffect.PickUp.class,
            pick -> assertThat(pick.items()).containsExactlyInAnyOrder(VCPU, OTHER));
  }

  @Test
  void aReleaseDropsOnTheTopmostPartOfTheHost() {
    send(Kind.PRESS, 10, 10, VCPU);
    send(Kind.MOVE, 30, 10, OTHER, PU);
    effects.clear();

    pointer(Kind.RELEASE, 30, 10, true, OTHER, PU);

    assertThat(effects)
        .containsExactly(new GestureEffect.Over(Optional.of(PU), true), new GestureEffect.Drop());
    assertThat(gesture).isEqualTo(new Gesture.Idle());
  }

  @Test
  void escapePutsEverythingBack() {
    send(Kind.PRESS, 10, 10, VCPU);
    send(Kind.MOVE, 30, 10, PU);
    effects.clear();

    send(Kind.CANCEL, 30, 10);

    assertThat(effects).containsExactly(new GestureEffect.PutBack());
    assertThat(gesture).isEqualTo(new Gesture.Idle());
  }

  @Test
  void draggingFromAFreeCpuPullsARubberBand() {
    send(Kind.PRESS, 50, 40, PU);
    send(Kind.MOVE, 10, 90, PU);
    send(Kind.RELEASE, 10, 90, PU);

    assertThat(effects).contains(new GestureEffect.SelectWithin(new Rect(10, 40, 40, 50), false));
    assertThat(effects).contains(new GestureEffect.Band(Optional.empty()));
  }

  @Test
  void theMiddleButtonMovesThePicture() {
    gesture = gesture.on(event(Kind.PRESS, Button.MIDDLE, 5, 5, false), selection).next();
    var step = gesture.on(event(Kind.MOVE, Button.MIDDLE, 9, 2, false), selection);

    assertThat(step.effects()).containsExactly(new GestureEffect.Pan(4, -3));
  }

  private void send(Kind kind, double x, double y, Item... hits) {
    pointer(kind, x, y, false, hits);
  }

  private void pointer(Kind kind, double x, double y, boolean ctrl, Item... hits) {
    var step = gesture.on(event(kind, Button.PRIMARY, x, y, ctrl, hits), selection);
    gesture = step.next();
    effects.addAll(step.effects());
  }

  private static Pointer event(
      Kind kind, Button button, double x, double y, boolean ctrl, Item... hits) {
    return new Pointer(kind, button, x, y, x, y, ctrl, false, false, 1, List.of(hits));
  }
}
