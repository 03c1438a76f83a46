package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;
import org.numascape.design.DomainId;

final class DeviceCostTest {

  private static List<DeviceCost> costs(Guests guest) {
    var design = Designs.of(MoreHosts.withDevices(), guest);
    return DeviceCost.of(Analysis.of(design), new DomainId("a"));
  }

  @Test
  void aDeviceOnAnotherNodeThanTheVcpusAddsAShareOfTheWay() {
    var costs = costs(Guests.domain("a").pinnedTo("0").device("0000:81:00.0"));

    assertThat(costs)
        .singleElement()
        .satisfies(cost -> {
          assertThat(cost.node()).isEqualTo(1);
          assertThat(cost.near()).isFalse();
          assertThat(cost.words())
              .startsWith("0000:81:00.0 on node 1: ≈ +")
              .endsWith(" ns, if 25 % of the accesses go to it");
        });
  }

  @Test
  void aDeviceBesideTheVcpusIsAsNearAsCanBe() {
    var costs = costs(Guests.domain("a").pinnedTo("8").device("0000:81:00.0"));

    assertThat(costs).singleElement().matches(DeviceCost::near);
    assertThat(costs.getFirst().words()).contains("as near as can be");
  }

  @Test
  void vcpusOnTwoNodesPayHalfOfWhatFarOnesDo() {
    var far = costs(Guests.domain("a").vcpus(2).pinnedTo("0,1").device("0000:81:00.0"));
    var half = costs(Guests.domain("a").vcpus(2).pinnedTo("0,8").device("0000:81:00.0"));

    assertThat(half.getFirst().extraNs()).isEqualTo(far.getFirst().extraNs() / 2);
  }

  @Test
  void ofADeviceThatIsOnNoNodeNothingIsSaid() {
    assertThat(costs(Guests.domain("a").pinnedTo("0").device("0000:05:00.0"))).isEmpty();
  }
}
