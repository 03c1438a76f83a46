package org.numascape.app.distances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.app.theme.Theme;
import org.numascape.topology.DistanceMatrix;

final class HeatTest {

  private static final DistanceMatrix FAR =
      new DistanceMatrix(Map.of(0, Map.of(0, 10, 1, 254), 1, Map.of(0, 254, 1, 10)));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyNumberCanBeReadOnItsColour(boolean dark) {
    var heat = Heat.of(FAR, Theme.palette(dark));

    for (int distance = 10; distance < 255; distance++) {
      assertThat(Heat.contrast(heat.fill(distance), heat.ink(distance)))
          .as("distance %d", distance)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fartherIsStrongerForEveryEye(boolean dark) {
    var heat = Heat.of(FAR, Theme.palette(dark));
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

    var heat = Heat.of(cut, Theme.palette(dark));

    assertThat(heat.high()).isEqualTo(20);
  }
}
