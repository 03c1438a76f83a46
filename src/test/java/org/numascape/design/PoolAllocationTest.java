package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;
import org.numascape.design.PoolAllocation.Moment;
import org.numascape.topology.PageSize;

final class PoolAllocationTest {

  private static PoolAllocation planned(int node, PageSize size, long pages) {
    var design =
        Design.of("d", Hosts.fourNodes(), new HostSource.Sample("x"), List.of())
            .withPool(new PoolPlan(node, size, pages));
    return PoolAllocation.of(design).getFirst();
  }

  @Test
  void largePagesAreForBoot() {
    var allocation = planned(0, PageSize.ONE_GIB, 42);

    assertThat(allocation.moment()).isEqualTo(Moment.AT_BOOT);
    assertThat(allocation.missing()).isEqualTo(2);
  }

  @Test
  void smallPagesComeAtRunTimeWhileTheNodeHasFreeMemory() {
    assertThat(planned(2, PageSize.TWO_MIB, 12_300).moment()).isEqualTo(Moment.AT_RUN_TIME);
    assertThat(planned(2, PageSize.TWO_MIB, 30_000).moment()).isEqualTo(Moment.AT_BOOT_FOR_MEMORY);
  }

  @Test
  void aPoolThatShrinksAllocatesNothing() {
    var allocation = planned(2, PageSize.TWO_MIB, 100);

    assertThat(allocation.moment()).isEqualTo(Moment.NOTHING_TO_ALLOCATE);
    assertThat(allocation.missing()).isZero();
  }
}
