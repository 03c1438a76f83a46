package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.domain.VcpuState;
import org.numascape.domain.Vcpus;

final class VcpuStatesRefusedTest {

  private static VcpuState online(int id, boolean pluggable, OptionalInt order) {
    return new VcpuState(id, true, pluggable, order);
  }

  private static Design states(VcpuState... each) {
    return Designs.of(
        Hosts.oneNode(),
        Guests.domain("a")
            .with(domain ->
                domain.withVcpus(new Vcpus(2, 1, Optional.empty(), false, List.of(each)))));
  }

  private static String told(VcpuState... each) {
    var design = states(each);
    var problem = Findings.only(design, "P-30");
    Findings.everyFixResolves(design, problem);
    return problem.message();
  }

  @Test
  void vcpuZeroIsThereFirstAndStays() {
    var other = online(1, true, OptionalInt.empty());

    assertThat(told(other)).isEqualTo("Of its vCPUs, vCPU 0 is not there at start");
    assertThat(told(new VcpuState(0, false, true, OptionalInt.empty()), other))
        .isEqualTo("Of its vCPUs, vCPU 0 is not there at start");
    assertThat(told(online(0, true, OptionalInt.empty())))
        .isEqualTo("Of its vCPUs, vCPU 0 can be unplugged");
    assertThat(told(online(0, false, OptionalInt.of(2)), online(1, true, OptionalInt.of(1))))
        .isEqualTo("Of its vCPUs, vCPU 0 does not come first");
  }

  @Test
  void anOrderIsOfAllOrOfNone() {
    assertThat(told(online(0, false, OptionalInt.of(1)), online(1, true, OptionalInt.empty())))
        .isEqualTo("Of its vCPUs, only some vCPUs have an order");
    assertThat(told(online(0, false, OptionalInt.empty()), online(2, true, OptionalInt.empty())))
        .isEqualTo("Of its vCPUs, one is beyond the last");
  }

  @Test
  void whatLibvirtTakesIsNotTold() {
    Findings.none(states(), "P-30");
    Findings.none(
        states(online(0, false, OptionalInt.of(1)), online(1, true, OptionalInt.of(2))), "P-30");
    Findings.none(
        states(
            online(0, false, OptionalInt.empty()),
            new VcpuState(1, false, true, OptionalInt.empty())),
        "P-30");
  }
}
