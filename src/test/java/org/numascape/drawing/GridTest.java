package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GridTest {

  private static Option box(double width, double height) {
    return new Option(width, height, 1, List.of(), false, 10, 10);
  }

  @Test
  void aColumnIsAsWideAsItsWidestBoxAndARowAsHighAsItsHighest() {
    var grid = new Grid(List.of(box(10, 5), box(20, 6), box(30, 7)), 2, 4);

    assertThat(grid.width()).isEqualTo(30 + 4 + 20);
    assertThat(grid.height()).isEqualTo(6 + 4 + 7);
  }

  @Test
  void whatIsLeftOverIsShared() {
    var places =
        new Grid(List.of(box(10, 10), box(10, 10)), 2, 4).spread(2, new Rect(0, 0, 44, 20));

    assertThat(places).containsExactly(new Rect(0, 0, 20, 20), new Rect(24, 0, 20, 20));
  }

  @Test
  void eightBoxesStandInFullRowsOnly() {
    assertThat(Grid.columns(8)).containsExactly(1, 2, 4, 8);
  }

  @Test
  void sevenBoxesMayLeaveALastRowShort() {
    assertThat(Grid.columns(7)).containsExactly(1, 2, 3, 4, 7);
  }

  @Test
  void aShapeThatIsLargerBothWaysIsForgotten() {
    var kept = Option.best(List.of(box(10, 40), box(20, 20), box(21, 21), box(40, 10)));

    assertThat(kept).extracting(Option::width).containsExactly(10.0, 20.0, 40.0);
  }
}
