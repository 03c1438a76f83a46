package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

final class UnpinTest {

  private static final DomainId DB = new DomainId("db-server");
  private static final DomainId LARGE = new DomainId("large-vm");

  @Test
  void aWholeGuestLosesPinsOfAllItsThreadsAndItsMemoryBinding() {
    var design = Designs.pictured();

    var edit = Unpin.of(design, List.of(new Item.WholeGuest(LARGE))).orElseThrow();

    var domain = edit.applyTo(design).guest(LARGE).orElseThrow().wanted();
    assertThat(domain.vcpuPins()).isEmpty();
    assertThat(domain.emulatorPin()).isEmpty();
    assertThat(domain.numaTune().bindingOf(0)).isEmpty();
    assertThat(domain.numaTune().bindingOf(1)).isEmpty();
    assertThat(edit.label(design)).isEqualTo("Unpin all of large-vm");
  }

  @Test
  void vcpusOfOneGuestAreOneEdit() {
    var design = Designs.pictured();

    var edit = Unpin.of(design, List.of(new Item.Vcpu(DB, 3), new Item.Vcpu(DB, 1)));

    assertThat(edit.orElseThrow().label(design)).isEqualTo("Unpin vCPUs 1,3 of db-server");
  }

  @Test
  void whatIsNotPlacedGivesNoEdit() {
    var design = Designs.pictured();
    var items =
        List.of(
            new Item.Emulator(DB),
            new Item.Device(DB, "0000:41:00.0"),
            new Item.OnHost(new ObjectId(ObjectKind.PU, 0)));

    var edit = Unpin.of(design, items);

    assertThat(edit).isEmpty();
  }
}
