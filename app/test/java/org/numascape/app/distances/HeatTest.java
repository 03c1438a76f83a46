package org.numascape.app.distances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.app.theme.Theme;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;

final class HeatTest {

  private static final DistanceMatrix FAR =
      new DistanceMatrix(Map.of(0, Map.of(0, 10, 1, 254), 1, Map.of(0, 254, 1, 10)));

  private static Table table(DistanceMatrix distances) {
    var machine = new Machine("host", CpuSet.EMPTY, Contents.NONE);
    return Tables.of(new HostTopology(machine, distances)).getFirst();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyNumberCanBeReadOnItsColour(boolean dark) {
    var heat = Heat.of(table(FAR), Theme.palette(dark));

    for (int distance = 10; distance < 255; distance++) {
      assertThat(Heat.contrast(heat.fill(distance), heat.ink(distance)))
          .as("distance %d", distance)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fartherIsStrongerForEveryEye(boolean dark) {
    var heat = Heat.of(table(FAR), Theme.palette(dark));
    var local = heat.fill(10);

    for (int distance = 30; distance < 255; distance += 20) {
      assertThat(Heat.contrast(local, heat.fill(distance)))
          .as("distance %d", distance)
          .isGreaterThan(Heat.contrast(local, heat.fill(distance - 20)));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUnreachableNodeDoesNotStretchTheScale(boolean dark) {
    var cut =
        new DistanceMatrix(
            Map.of(0, Map.of(0, 10, 1, 20, 2, 255), 1, Map.of(0, 20, 1, 10, 2, 255)));

    var heat = Heat.of(table(cut), Theme.palette(dark));

    assertThat(heat.farthest()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofBandwidthsTheGreatestIsThePalest(boolean dark) {
    var heads = List.of(new Table.Head("a", "a", List.of()), new Table.Head("b", "b", List.of()));
    var values = LongStream.of(400, 100, 100, 400).mapToObj(OptionalLong::of).toList();
    var speeds = new Table("t", "", "MB/s", Table.Sense.LARGE_IS_NEAR, heads, heads, values);

    var heat = Heat.of(speeds, Theme.palette(dark));

    assertThat(heat.fill(400)).isEqualTo(heat.near());
    assertThat(heat.fill(100)).isEqualTo(heat.far());
  }
}
