package org.numascape.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class ObjectIdTest {

  /// Java's immutable maps look for a free place one after the other: neighbours that share theirs
  /// made opening a host of 16,384 PUs take seconds.
  @Test
  void neighboursAreFarApartInAMapOfAnySize() {
    var places = new HashSet<Integer>();
    int objects = 0;

    for (var kind : ObjectKind.values()) {
      for (int logical = 0; logical < 1_000; logical++) {
        objects++;
        places.add(Math.floorMod(new ObjectId(kind, logical).hashCode(), 64_000));
      }
    }

    assertThat(objects).isLessThan(32_000);
    assertThat(places).hasSizeGreaterThan(objects * 2 / 3);
  }
}
