package org.numascape.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.app.inspector.AccessLines.Share;
import org.numascape.topology.NodeSet;

final class AccessLinesTest {

  @Test
  void manyNodesAreToldAsTheirLocalAndTheirRemoteSum() {
    var shares = new ArrayList<Share>();
    for (int node = 0; node < 20; node++) {
      shares.add(new Share(NodeSet.of(node), true, List.of(), 0.0025));
      shares.add(new Share(NodeSet.of(node), false, List.of(11, 32), 0.0475));
    }

    var brief = AccessLines.brief(shares);

    assertThat(brief).hasSize(2);
    assertThat(brief.getFirst().local()).isTrue();
    assertThat(brief.getFirst().nodes()).isEqualTo(NodeSet.range(0, 19));
    assertThat(brief.getFirst().share()).isCloseTo(0.05, within(1e-9));
    assertThat(brief.getLast().distances()).containsExactly(11, 32);
    assertThat(brief.getLast().share()).isCloseTo(0.95, within(1e-9));
  }

  @Test
  void asManyAsThereIsRoomForAreToldOneByOne() {
    var shares =
        NodeSet.range(0, 7).stream()
            .mapToObj(node -> new Share(NodeSet.of(node), true, List.of(), 0.125))
            .toList();

    assertThat(AccessLines.brief(shares)).isEqualTo(shares);
  }
}
