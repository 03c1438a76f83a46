package org.numascape.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.numascape.apply.ApplyPlan;
import org.numascape.apply.When;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

final class ReviewTest {

  @Test
  void choosingForOneGuestPlansAsChoosingForAllWould() throws FormatException {
    var design = edited();
    var id = design.guests().getFirst().id();

    var chosen = review(design).choosing(id, When.NEXT_START);

    assertThat(chosen.all()).isEqualTo(ApplyPlan.of(design, Map.of(id, When.NEXT_START)));
  }

  @Test
  void aGuestLeftOutIsShownAndNotCounted() throws FormatException {
    var design = edited();
    DomainId id = design.guests().getFirst().id();
    var whole = review(design);

    var rest = whole.including(id, false);

    assertThat(rest.cards()).hasSameSizeAs(whole.cards());
    assertThat(rest.plan().domains()).noneMatch(domain -> domain.id().equals(id));
    assertThat(rest.changes()).isEqualTo(whole.changes() - 1);
    assertThat(rest.including(id, true)).isEqualTo(whole);
  }

  @Test
  void nothingIsApplicableWithoutAHypervisor() throws FormatException {
    assertThat(review(edited()).applicable()).isFalse();
  }

  private static Review review(Design design) throws FormatException {
    var readiness = new Readiness.Not("no host", "none");
    return Review.of(design, readiness, Set.of(), List.of(), List.of(), Instant.EPOCH);
  }

  /// The demonstration with the emulators of two guests pinned.
  private static Design edited() throws FormatException {
    Design design = HostOpener.sample("demonstration").design();
    for (var guest : List.of(design.guests().getFirst(), design.guests().getLast())) {
      design = new Edit.PinEmulator(guest.id(), Optional.of(CpuSet.of(1))).applyTo(design);
    }
    return design;
  }
}
