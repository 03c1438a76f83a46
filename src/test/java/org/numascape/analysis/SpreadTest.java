package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item.Vcpu;
import org.numascape.topology.CpuSet;

final class SpreadTest {

  private static final CpuSet NODE_0 = CpuSet.parse("0-7,32-39");

  @Test
  void siblingsTogetherFillsWholeCoresFirst() {
    var facts = facts(Guests.domain("old").pinnedTo("32"), Guests.domain("new").vcpus(4));

    var landing = Spread.onto(facts, vcpus("new", 4), NODE_0, ThreadPolicy.SIBLINGS_TOGETHER);

    assertThat(cpus(landing)).containsExactly(1, 33, 2, 34);
    assertThat(landing.fits()).isTrue();
  }

  @Test
  void isolateTakesOneThreadOfEachFreeCore() {
    var facts = facts(Guests.domain("old").pinnedTo("32"), Guests.domain("new").vcpus(4));

    var landing = Spread.onto(facts, vcpus("new", 4), NODE_0, ThreadPolicy.ISOLATE);

    assertThat(cpus(landing)).containsExactly(1, 2, 3, 4);
    assertThat(landing.besides()).isZero();
  }

  @Test
  void isolateTellsHowManyWouldShareACore() {
    var facts = facts(Guests.domain("new").vcpus(10));

    var landing = Spread.onto(facts, vcpus("new", 10), NODE_0, ThreadPolicy.ISOLATE);

    assertThat(landing.placed()).isEqualTo(10);
    assertThat(landing.besides()).isEqualTo(2);
    assertThat(landing.fits()).isFalse();
  }

  @Test
  void anyTakesFreeCpusInLogicalOrder() {
    var facts = facts(Guests.domain("old").pinnedTo("0"), Guests.domain("new").vcpus(3));

    var landing = Spread.onto(facts, vcpus("new", 3), NODE_0, ThreadPolicy.ANY);

    assertThat(cpus(landing)).containsExactly(32, 1, 33);
  }

  @Test
  void whatTheMovedVcpusLeaveCountsAsFree() {
    var facts = facts(Guests.domain("new").vcpus(2).pinnedTo("0,32"));

    var landing =
        Spread.onto(facts, vcpus("new", 2), CpuSet.of(0, 32), ThreadPolicy.SIBLINGS_TOGETHER);

    assertThat(landing.fits()).isTrue();
  }

  @Test
  void reservedAndIdleCpusAreNotFree() {
    var design =
        Designs.of(
                Hosts.fourNodes(),
                Guests.domain("rt").pinnedTo("2").fifo(),
                Guests.domain("new").vcpus(12))
            .withReserved(CpuSet.parse("0-1,32-33"));

    var landing =
        Spread.onto(Analysis.of(design), vcpus("new", 12), NODE_0, ThreadPolicy.SIBLINGS_TOGETHER);

    assertThat(landing.placed()).isEqualTo(10);
    assertThat(landing.sharing()).isEqualTo(2);
    assertThat(cpus(landing)).doesNotContain(0, 1, 32, 33, 2, 34);
  }

  @Test
  void theRestSharesEvenlyAndNotWithARealTimeGuest() {
    var facts =
        facts(
            Guests.domain("rt").topology(1, 1, 2).vcpus(2).pinnedTo("0,32").fifo(),
            Guests.domain("new").vcpus(4));

    var landing =
        Spread.onto(
            facts, vcpus("new", 4), CpuSet.of(0, 32, 1, 33), ThreadPolicy.SIBLINGS_TOGETHER);

    assertThat(cpus(landing)).containsExactly(1, 33, 1, 33);
  }

  @Test
  void withoutAUsableCpuNothingLands() {
    var facts = facts(Guests.domain("new").vcpus(2));

    var landing =
        Spread.onto(facts, vcpus("new", 2), CpuSet.of(99), ThreadPolicy.SIBLINGS_TOGETHER);

    assertThat(landing.pins()).isEmpty();
    assertThat(landing.leftover()).containsExactlyElementsOf(vcpus("new", 2));
  }

  @Test
  void coresWhereNothingElseIsPinnedComeFirst() {
    var facts = facts(Guests.domain("old").emulator("0,32"), Guests.domain("new").vcpus(2));

    var landing = Spread.onto(facts, vcpus("new", 2), NODE_0, ThreadPolicy.SIBLINGS_TOGETHER);

    assertThat(cpus(landing)).containsExactly(1, 33);
  }

  private static Analysis facts(Guests... guests) {
    return Analysis.of(Designs.of(Hosts.fourNodes(), guests));
  }

  private static List<Vcpu> vcpus(String name, int count) {
    return IntStream.range(0, count).mapToObj(v -> new Vcpu(new DomainId(name), v)).toList();
  }

  private static List<Integer> cpus(Landing landing) {
    return landing.pins().values().stream().map(CpuSet::last).toList();
  }
}
