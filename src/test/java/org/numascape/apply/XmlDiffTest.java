package org.numascape.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class XmlDiffTest {

  @Test
  void equalTextsHaveNoDiff() {
    var diff = XmlDiff.of("a\nb\n", "a\nb\n");

    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.unified("x", "y", 3)).isEmpty();
    assertThat(diff.hunks(3)).isEmpty();
  }

  @Test
  void changesFarApartAreSeparateHunks() {
    var diff = XmlDiff.of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\nzwei\n3\n4\n5\n6\n7\nacht\n9\n");

    assertThat(diff.hunks(1))
        .extracting(XmlDiff.Hunk::header)
        .containsExactly("@@ -1,3 +1,3 @@", "@@ -7,3 +7,3 @@");
    assertThat(diff.hunks(3)).hasSize(1);
  }

  @Test
  void bothTextsCanBeTakenOutOfAnyDiff() {
    var random = new Random(7);
    for (int run = 0; run < 500; run++) {
      var before = new ArrayList<String>();
      var after = new ArrayList<String>();
      for (int i = 0; i < 12; i++) {
        before.add(Integer.toString(random.nextInt(4)));
        after.add(Integer.toString(random.nextInt(4)));
      }

      var diff = XmlDiff.of(String.join("\n", before), String.join("\n", after));

      assertThat(diff.lines().stream().filter(l -> l.before() > 0).map(XmlDiff.Line::text))
          .containsExactlyElementsOf(before);
      assertThat(diff.lines().stream().filter(l -> l.after() > 0).map(XmlDiff.Line::text))
          .containsExactlyElementsOf(after);
    }
  }

  @Test
  void passwordsAreMaskedWhateverTheirQuotes() {
    var diff = XmlDiff.of("<g passwd='one'/>\n<h passwd = \"two\"/>\n", "<h passwd = \"two\"/>\n");

    assertThat(diff.unified("a", "b", 9))
        .doesNotContain("one")
        .doesNotContain("two")
        .contains("***");
  }
}
