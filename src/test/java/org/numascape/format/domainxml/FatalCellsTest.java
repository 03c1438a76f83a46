package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.DeadlyCells;
import org.numascape.format.FormatException;

final class FatalCellsTest {

  @ParameterizedTest
  @MethodSource("org.numascape.DeadlyCells#atDefine")
  void aDistanceThatIsRefusedIsFatal(String cells) throws FormatException {
    assertThat(in(cells)).get().asString().containsPattern("guest cell|Guest cell");
  }

  @ParameterizedTest
  @MethodSource("org.numascape.DeadlyCells#atStart")
  void aCellWithoutVcpusBeforeOneWithIsFatal(String cells) throws FormatException {
    assertThat(in(cells)).get().asString().contains("has no vCPUs but comes before cell");
  }

  @ParameterizedTest
  @MethodSource("org.numascape.DeadlyCells#harmless")
  void whatItSurvivesIsNot(String cells) throws FormatException {
    assertThat(in(cells)).isEmpty();
  }

  @Test
  void theSentenceNamesCellAndNumbers() throws FormatException {
    assertThat(in(DeadlyCells.atDefine().getFirst()))
        .contains(
            "The distance of guest cell 0 to cell 1 is 10; it has to be 10 to itself and 11 to 255 to another cell.");
    assertThat(in(DeadlyCells.atStart().getLast()))
        .contains(
            "Guest cell 1 has no vCPUs but comes before cell 2, which has; put cells without vCPUs last.");
  }

  @Test
  void whatTheReaderRefusesOtherwiseIsJudgedToo() throws FormatException {
    String gap =
        "<cpu><numa><cell id='0' cpus='0'><distances/></cell><cell id='7' cpus='1'/></numa></cpu>";
    String withoutMemory =
        "<cpu><numa><cell id='0' cpus='0-1'><distances><sibling id='0' value='9'/></distances></cell></numa></cpu>";

    assertThat(in(gap)).isPresent();
    assertThat(in(withoutMemory)).isPresent();
  }

  @Test
  void aListThatCannotBeReadCountsAsNone() throws FormatException {
    assertThat(
            in(
                "<cpu><numa><cell id='0' cpus='0'/><cell id='1' cpus='9-'/><cell id='2' cpus='1'/></numa></cpu>"))
        .isPresent();
  }

  @Test
  void anElementOfAnotherNamespaceIsNotSeenByLibvirt() throws FormatException {
    assertThat(
            in(
                "<cpu><numa><cell id='0' cpus='0-1' memory='512'><distances xmlns='urn:mine'/></cell></numa></cpu>"))
        .isEmpty();
  }

  private static Optional<String> in(String cells) throws FormatException {
    return FatalCells.in(XmlText.parse("test", DeadlyCells.domain("a", cells)));
  }
}
