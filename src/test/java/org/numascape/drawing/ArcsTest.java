package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.drawing.Drawings.crowded;
import static org.numascape.drawing.Drawings.pictured;
import static org.numascape.drawing.Drawings.shapes;
import static org.numascape.drawing.Drawings.texts;
import static org.numascape.drawing.Drawings.tight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.format.picture.FixedTextMetrics;

/// Arcs of accesses that leave their node.
final class ArcsTest {

  @Test
  void theArcOfRemoteMemoryCrossesNoWordAndSaysWhatItCosts() {
    var drawing = pictured(DrawingOptions.STANDARD);

    var arcs =
        shapes(drawing, Shape.Arc.class).stream().filter(arc -> arc.detail().shows(1)).toList();
    assertThat(arcs).hasSize(1);
    assertThat(arcs.getFirst().ink().role()).isEqualTo(Role.BAD);
    assertThat(texts(drawing, l -> true)).contains("build-ci: 100 % remote · ≈ ×2.1");
    var hits = HitTest.of(drawing);
    var crossed = new HashSet<String>();
    for (var label : shapes(drawing, Shape.Label.class)) {
      boolean own = label.text().startsWith("build-ci: ");
      boolean over = label.detail().shows(1) && !own && touches(arcs.getFirst(), tight(label));
      if (over) {
        crossed.add(label.text());
      }
    }
    assertThat(crossed).isEmpty();
    assertThat(hits.at(arcs.getFirst().x(), arcs.getFirst().y(), 1))
        .contains(arcs.getFirst().item().orElseThrow());
  }

  @Test
  void noArcCrossesAWordHoweverManyThereAre() {
    var drawing = crowded(DrawingOptions.STANDARD.within(1100, 800));

    var arcs =
        shapes(drawing, Shape.Arc.class).stream().filter(arc -> arc.detail().shows(1)).toList();
    var crossed = new HashSet<String>();
    for (var label : shapes(drawing, Shape.Label.class)) {
      boolean pill = label.text().contains("≈ ×");
      boolean over =
          label.detail().shows(1)
              && !pill
              && arcs.stream().anyMatch(arc -> touches(arc, tight(label)));
      if (over) {
        crossed.add(label.text());
      }
    }
    assertThat(arcs).hasSizeGreaterThan(3);
    assertThat(crossed).isEmpty();
  }

  @Test
  void pillsCoverNoWordAndNoOtherPill() {
    var drawing = crowded(DrawingOptions.STANDARD.within(1100, 800));

    var pills =
        shapes(drawing, Shape.Box.class).stream()
            .filter(box -> box.kind().equals("flow"))
            .map(Shape.Box::bounds)
            .toList();
    var covered =
        shapes(drawing, Shape.Label.class).stream()
            .filter(label -> label.detail().shows(1) && !label.text().contains("≈ ×"))
            .filter(label -> pills.stream().anyMatch(tight(label)::intersects))
            .map(Shape.Label::text)
            .toList();
    assertThat(covered).isEmpty();
    assertThat(pills).hasSizeGreaterThan(2);
    for (var one : pills) {
      assertThat(pills.stream().filter(one::intersects)).hasSize(1);
    }
  }

  private static boolean touches(Shape.Arc arc, Rect rect) {
    double x = arc.x();
    double y = arc.y();
    for (var curve : arc.curves()) {
      for (int step = 0; step <= 40; step++) {
        double t = step / 40.0;
        if (rect.contains(x + (curve.x() - x) * t, y + (curve.y() - y) * t)) {
          return true;
        }
      }
      x = curve.x();
      y = curve.y();
    }
    return false;
  }

  @Test
  void withManyArcsOnlyTheSelectedGuestsAreFull() {
    var guests = new ArrayList<Guests>();
    for (int guest = 0; guest < 8; guest++) {
      guests.add(
          Guests.domain("vm-" + guest)
              .vcpus(1)
              .memoryGib(1)
              .strict("1")
              .pinnedTo(Integer.toString(guest))
              .colour(guest));
    }
    var design = Designs.of(Hosts.twoSockets(), guests.toArray(Guests[]::new));
    var chosen = design.guests().get(3).id();

    var drawing =
        Layout.draw(
            Analysis.of(design),
            DrawingOptions.STANDARD.selecting(Optional.of(chosen)),
            new FixedTextMetrics());

    var full =
        shapes(drawing, Shape.Arc.class).stream()
            .filter(arc -> arc.detail().shows(1) && arc.opacity() == 1)
            .toList();
    assertThat(full).hasSize(1);
    assertThat(full.getFirst().item().orElseThrow().toString()).contains(chosen.value());
  }

  @Test
  void fewPillsSpeakInFullAndManyBriefly() {
    var few = texts(pictured(DrawingOptions.STANDARD), label -> true);
    var many = texts(crowded(DrawingOptions.STANDARD), label -> true);

    assertThat(few).contains("build-ci: 100 % remote · ≈ ×2.1");
    assertThat(many).contains("build-ci ≈ ×2.1").noneMatch(words -> words.contains("remote ·"));
  }
}
