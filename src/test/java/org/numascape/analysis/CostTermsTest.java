package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.HostTopology;

final class CostTermsTest {

  @Test
  void theTermsAddUpToTheNumber() {
    var terms =
        terms(
            Hosts.fourNodes(),
            Guests.domain("a").pinnedTo("8").memory(MemoryMode.INTERLEAVE, "1-3"));

    double sum = terms.terms().stream().mapToDouble(term -> term.share() * term.ns()).sum();
    assertThat(terms.terms()).hasSize(3);
    assertThat(sum).isCloseTo(terms.ownCell().ns(), within(1e-9));
    assertThat(terms.open()).isEmpty();
  }

  @Test
  void aSettledPlaceIsToldAsOneNumberAndAnOpenOneAsARange() {
    var settled = terms(Hosts.fourNodes(), Guests.domain("a").pinnedTo("8").strict("2"));
    var open = terms(Hosts.twoSockets(), Guests.domain("a").pinnedTo("0").strict("0-1"));

    assertThat(settled.sentence())
        .isEqualTo(
            "Each memory access that misses the caches takes ≈ 210 ns instead of ≈ 100 ns (+110 %),"
                + " estimated from the firmware's distances (±20 % typical, can be far off).");
    assertThat(open.sentence())
        .startsWith(
            "Each memory access that misses the caches takes ≈ 100–160 ns instead of ≈ 100 ns,");
    assertThat(open.open()).containsExactly("Memory may fill nodes 0-1 in any order (strict)");
  }

  @Test
  void localAccessIsAsNearAsCanBe() {
    var terms = terms(Hosts.twoSockets(), Guests.domain("a").pinnedTo("0").strict("0"));

    assertThat(terms.sentence()).contains("takes ≈ 100 ns, as near as can be, estimated");
    assertThat(terms.terms().getFirst().path()).isEqualTo("node 0, local");
  }

  @Test
  void whatLeavesItOpenIsNamed() {
    var floating = terms(Hosts.twoSockets(), Guests.domain("a").strict("0"));
    var unbound = terms(Hosts.twoSockets(), Guests.domain("a").pinnedTo("0"));
    var preferred =
        terms(
            Hosts.twoSockets(), Guests.domain("a").pinnedTo("0").memory(MemoryMode.PREFERRED, "0"));

    assertThat(floating.open()).singleElement().asString().contains("may run on several nodes");
    assertThat(unbound.open())
        .containsExactly("Memory is bound to no node: it comes from where it is first touched");
    assertThat(preferred.open()).singleElement().asString().contains("falls back to others");
  }

  private static CostTerms terms(HostTopology host, Guests guest) {
    var facts = Analysis.of(Designs.of(host, guest));
    return CostTerms.of(facts, facts.cost(new DomainId("a")).orElseThrow());
  }
}
