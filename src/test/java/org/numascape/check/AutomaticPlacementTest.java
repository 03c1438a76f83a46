package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;

final class AutomaticPlacementTest {

  private static Guests automatic() {
    return Guests.domain("a")
        .vcpus(2)
        .cell("0-1", 1)
        .with(domain -> domain.withNumaTune(new NumaTune(Optional.empty(), true, Map.of())));
  }

  @Test
  void numadBesideMemnodesIsRefused() {
    var bound = new MemoryBinding(MemoryMode.STRICT, NodeSet.of(0));
    var guest =
        automatic()
            .with(domain ->
                domain.withNumaTune(new NumaTune(Optional.empty(), true, Map.of(0, bound))));

    var design = Designs.of(Hosts.twoSockets(), guest);

    Findings.everyFixResolves(design, Findings.only(design, "N-22"));
    assertThat(Findings.only(Designs.of(Hosts.twoSockets(), guest), "N-22").severity())
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void besidePinsItIsAWarningAndAloneAdvice() {
    assertThat(
            Findings.only(Designs.of(Hosts.twoSockets(), automatic().pinnedTo("1,2")), "N-22")
                .severity())
        .isEqualTo(Severity.WARNING);
    assertThat(Findings.only(Designs.of(Hosts.twoSockets(), automatic()), "N-22").severity())
        .isEqualTo(Severity.INFO);
    Findings.none(Designs.of(Hosts.twoSockets(), Guests.domain("a").strict("0")), "N-22");
  }

  @Test
  void eachCaseIsSaidInItsWords() {
    var bound = new MemoryBinding(MemoryMode.STRICT, NodeSet.of(0));
    var refused =
        automatic()
            .with(domain ->
                domain.withNumaTune(new NumaTune(Optional.empty(), true, Map.of(0, bound))));

    assertThat(problem(refused).message())
        .isEqualTo("Its memory is placed by numad, but cells are bound");
    assertThat(problem(automatic().pinnedTo("1,2")).message())
        .isEqualTo("It is placed by numad, but vCPUs are pinned");
    assertThat(problem(automatic()).message())
        .isEqualTo("It is placed by numad, where that is installed");
    assertThat(problem(refused).title()).isEqualTo(problem(automatic().pinnedTo("1,2")).title());
    assertThat(problem(refused).title()).isNotEqualTo(problem(automatic()).title());
  }

  private static Problem problem(Guests guest) {
    return Findings.only(Designs.of(Hosts.twoSockets(), guest), "N-22");
  }
}
