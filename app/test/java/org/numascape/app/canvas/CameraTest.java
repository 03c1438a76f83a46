package org.numascape.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.numascape.drawing.Rect;

final class CameraTest {

  private static final Rect PICTURE = new Rect(0, 0, 1000, 800);

  @Test
  void aWindowSmallerThanThePictureShowsNothingBesideIt() {
    var corner = Camera.fitting(new Rect(0, 700, 100, 100), 400, 300, 1.6);

    var seen = corner.over(PICTURE, 400, 300).visible(400, 300);

    assertThat(PICTURE.contains(corner.visible(400, 300))).isFalse();
    assertThat(PICTURE.contains(seen)).isTrue();
    assertThat(seen.contains(new Rect(0, 700, 100, 100))).isTrue();
  }

  @Test
  void aPictureSmallerThanTheWindowStandsInItsMiddle() {
    var seen = new Camera(0.5, 300, 200).over(PICTURE, 1000, 600).visible(1000, 600);

    assertThat(seen.centreX()).isCloseTo(PICTURE.centreX(), within(1e-9));
    assertThat(seen.centreY()).isCloseTo(PICTURE.centreY(), within(1e-9));
  }
}
