package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.format.picture.FixedTextMetrics;

final class DetailTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.643, 0.65, 0.69, 0.7, 1, 3})
  void atEveryZoomATextIsEitherReadableOrNot(double zoom) {
    boolean readable = Detail.readable(13).shows(zoom);

    assertThat(Detail.unreadable(13).shows(zoom)).isNotEqualTo(readable);
    assertThat(Detail.onScreen(13, zoom).isPresent()).isEqualTo(readable);
  }

  /// Small and large names of a node stand in the same place.
  @Test
  void noNodeIsNamedTwiceAtAnyZoom() {
    var drawing =
        Layout.draw(
            Analysis.of(Designs.pictured()), DrawingOptions.STANDARD, new FixedTextMetrics());

    for (double zoom = 0.1; zoom < 2; zoom += 0.01) {
      double at = zoom;
      var names =
          drawing.shapes().stream()
              .filter(shape -> shape instanceof Shape.Label && shape.detail().shows(at))
              .map(shape -> ((Shape.Label) shape).text())
              .filter(text -> text.matches("(NUMA )?node 0"))
              .toList();

      assertThat(names).as("at zoom " + zoom).hasSizeLessThanOrEqualTo(1);
    }
  }
}
