package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.drawing.Route.Point;

final class RouteTest {

  @Test
  void cornersThatAreNoneAreDropped() {
    var route =
        Route.over(
            List.of(
                new Point(0, 0),
                new Point(10, 0),
                new Point(10, 0),
                new Point(30, 0),
                new Point(30, 40)));

    assertThat(route.points())
        .containsExactly(new Point(0, 0), new Point(30, 0), new Point(30, 40));
    assertThat(route.length()).isEqualTo(70);
  }

  @Test
  void everyCornerIsRoundedAndTheEndsStay() {
    var curves =
        Route.over(List.of(new Point(0, 0), new Point(100, 0), new Point(100, 80))).curves();

    assertThat(curves).hasSize(3);
    assertThat(curves.getFirst().x()).isLessThan(100);
    assertThat(curves.getLast().x()).isEqualTo(100);
    assertThat(curves.getLast().y()).isEqualTo(80);
  }

  @Test
  void aRouteCanEndAtTheBorderOfTheBoxItEnters() {
    var route = Route.over(List.of(new Point(0, 0), new Point(0, 50), new Point(90, 50)));

    var shorter = route.endingAt(new Rect(40, 20, 200, 100));

    assertThat(shorter.points().getLast()).isEqualTo(new Point(40, 50));
  }
}
