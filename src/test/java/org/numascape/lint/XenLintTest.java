package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.FormatException;

final class XenLintTest {

  private static final String GUEST =
      """
      # a guest of two cells
      name = "db"
      type = 'hvm'
      vcpus = 8; memory = 8192
      disk = [ '/dev/vg/db,raw,xvda,rw' ]
      vnuma = [ ["pnode=0","size=4096","vcpus=0-3","vdistances=10,20"], # first
                ["pnode=1","size=4096","vcpus=4-7","vdistances=20,10"] ]
      """;

  @Test
  void aGuestWithoutMistakesHasNoFinding() {
    assertThat(Linted.of(TextKind.XEN, GUEST).codes()).isEmpty();
    assertThat(Linted.of(TextKind.XEN, "name='a'\nvcpus=2\ncpus=[\"0\",\"1\"]\n").codes())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"pnode=1\",; pnode; pnode=1",
        "\"size=4096\",\"vcpus=4-7\",; size, vcpus; size=4096",
        "\"vcpus=4-7\",; vcpus; vcpus=4-7",
        ",\"vdistances=20,10\"; vdistances; vdistances=20,10"
      })
  void aMissingMemberIsAdded(String without, String missing, String added) {
    int second = GUEST.indexOf("[\"pnode=1\"");
    String text = GUEST.substring(0, second) + GUEST.substring(second).replace(without, "");

    var linted = Linted.of(TextKind.XEN, text);

    assertThat(linted.only("I-18").message())
        .startsWith("entry 1 of vnuma has no " + missing + ";");
    assertThat(linted.correctedOf("I-18")).contains("\"" + added + "\"");
  }

  @Test
  void whatCannotBeSharedOutIsLeftToThePerson() {
    var finding =
        Linted.of(TextKind.XEN, "vcpus = 4\nvnuma = [[\"pnode=0\"],[\"pnode=1\"]]")
            .report()
            .findings();

    assertThat(finding).hasSize(2).noneMatch(Finding::correctable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vnuma = [",
        "vnuma [",
        "name = \"x",
        "= 4",
        "vnuma = [[[[[[[[[[[[1]]]]]]]]]]]]",
        "a = [1 2]",
        "a ="
      })
  void whatIsNoConfigurationIsRefusedWithItsLine(String text) {
    assertThatThrownBy(() -> Lint.examine("x.cfg", "vcpus = 1\n" + text, TextKind.XEN))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("x.cfg, line 2: ");
  }
}
