package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.drawing.Drawings.draw;
import static org.numascape.drawing.Drawings.on;
import static org.numascape.drawing.Drawings.texts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;

/// Which index stands on boxes.
final class LabelModeTest {

  private static Drawing labelled(LabelMode mode) {
    return draw(Hosts.fourNodes(), DrawingOptions.STANDARD.labelled(mode));
  }

  /// PU 5 by hwloc is CPU 34 of the kernel.
  @Test
  void aPuCarriesTheIndexThatIsWanted() {
    assertThat(on(labelled(LabelMode.PHYSICAL), "PU_5")).containsExactly("P34");
    assertThat(on(labelled(LabelMode.LOGICAL), "PU_5")).containsExactly("L5");
    assertThat(on(labelled(LabelMode.BOTH), "PU_5")).containsExactly("L5 P34");
    assertThat(on(labelled(LabelMode.NONE), "PU_5")).isEmpty();
  }

  @Test
  void bothIndexesHaveRoomHoweverManyCpusThereAre() {
    var host = DrawnHosts.large(8, 80, 2);
    var both = DrawingOptions.STANDARD.labelled(LabelMode.BOTH).within(300, 3000);

    var texts = texts(draw(host, both), label -> label.detail().shows(1));

    assertThat(texts).contains("L1000 P1000", "L1279 P1279", "core L500 P500");
  }

  @Test
  void anIndexOfFiveDigitsHasRoom() {
    var host = DrawnHosts.large(64, 80, 2);

    var texts = texts(draw(host, DrawingOptions.STANDARD), label -> label.detail().shows(1));

    assertThat(texts).contains("P10239");
  }

  @Test
  void aNodeKeepsTheNumberThatLibvirtKnowsItByInEveryMode() {
    for (var mode : LabelMode.values()) {
      assertThat(texts(labelled(mode), label -> label.detail().shows(1)))
          .as(mode.toString())
          .contains("NUMA node 2");
    }
  }

  @Test
  void whereBothAreWantedANodeSaysTheOtherIndexTooIfItDiffers() {
    var both = DrawingOptions.STANDARD.labelled(LabelMode.BOTH);

    List<String> texts = texts(draw(DrawnHosts.lopsided(), both), label -> true);

    assertThat(texts).contains("NUMA node 45 (L1)", "Package L1 P8442");
  }

  @Test
  void betweenFarAndNearIndexesAreLargerInsteadOfGone() {
    var drawing = labelled(LabelMode.PHYSICAL);

    assertThat(texts(drawing, label -> label.detail().shows(0.7))).contains("P34", "P6");
  }
}
