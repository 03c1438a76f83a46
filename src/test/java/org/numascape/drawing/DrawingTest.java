package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.format.picture.FixedTextMetrics;

final class DrawingTest {

  private static Drawing large() {
    return Drawings.draw(DrawnHosts.large(24, 16, 2), DrawingOptions.STANDARD);
  }

  static Stream<Drawing> drawings() {
    var pictured =
        Layout.draw(
            Analysis.of(Designs.pictured()), DrawingOptions.STANDARD, new FixedTextMetrics());
    return Stream.of(pictured, large(), new Drawing(10, 10, List.of()));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void anAreaShowsInPaintingOrderEveryShapeThatTouchesItAndBelongsToTheZoom(Drawing drawing) {
    for (double zoom : new double[] {0.1, 0.5, 1, 3}) {
      for (var area :
          List.of(
              new Rect(0, 0, drawing.width(), drawing.height()),
              new Rect(drawing.width() / 3, drawing.height() / 3, 300, 200),
              new Rect(drawing.width() / 2, drawing.height() / 2, 0, 0),
              new Rect(-100, -100, 50, 50))) {
        var shown = drawing.within(area, zoom);

        assertThat(shown)
            .containsExactlyElementsOf(
                drawing.shapes().stream()
                    .filter(shape -> shape.detail().shows(zoom))
                    .filter(shape -> area.touches(shape.bounds()))
                    .toList());
      }
    }
  }

  @Test
  void twoPicturesOfTheSameShapesAreEqual() {
    assertThat(large()).isEqualTo(large()).hasSameHashCodeAs(large());
    assertThat(large()).isNotEqualTo(new Drawing(1, 1, large().shapes()));
  }
}
