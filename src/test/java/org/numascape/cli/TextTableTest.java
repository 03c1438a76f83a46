package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.numascape.format.FormatException;
import org.numascape.format.capabilities.CapabilitiesReader;
import org.numascape.format.capabilities.HostDetails;
import org.numascape.topology.NodeSet;

/// Tables of `show`: columns line up, long cells go on below, much that is alike is told once.
final class TextTableTest {

  @Test
  void numbersStandRightAndEmptyColumnsAreLeftOut() {
    var table =
        new TextTable(
            List.of(TextTable.numbers("node"), TextTable.words("kind"), TextTable.words("CPUs")),
            List.of(List.of("0", "", "0-3"), List.of("12", "", "4-7")));

    assertThat(table.lines(80)).containsExactly("node  CPUs", "   0  0-3", "  12  4-7");
  }

  @Test
  void aLongLastCellGoesOnBelowItself() {
    var table =
        new TextTable(
            List.of(TextTable.numbers("node"), TextTable.words("CPUs")),
            List.of(List.of("0", "0,4,8,12,16,20,24,28,32,36,40,44")));

    assertThat(table.lines(24))
        .containsExactly("node  CPUs", "   0  0,4,8,12,16,20,24,", "      28,32,36,40,44");
  }

  @Test
  void wordsThatAreTiedStayInOneLine() {
    assertThat(Wrapped.lines("one " + Wrapped.tied("two three") + " four", 10))
        .containsExactly("one", "two three", "four");
  }

  @Test
  void aWordThatIsTooLongStandsWhole() {
    assertThat(Wrapped.lines("a /a/very/long/path b", 6))
        .containsExactly("a", "/a/very/long/path", "b");
  }

  @Test
  void nodesThatAreEquallyFarShareALineWhereThereIsNoRoomForAMatrix() {
    int nodes = 64;
    var values = new ArrayList<List<String>>();
    for (int from = 0; from < nodes; from++) {
      int row = from;
      values.add(
          IntStream.range(0, nodes)
              .mapToObj(to -> to == row ? "10" : to / 32 == row / 32 ? "20" : "40")
              .toList());
    }
    var names = IntStream.range(0, nodes).mapToObj(String::valueOf).toList();
    var table = new SquareTable(names, values, which -> NodeSet.of(which).toString());

    assertThat(table.lines(80))
        .containsExactly(
            " 0-31: 10 to itself; 20 to each other; 40 to 32-63",
            "32-63: 10 to itself; 20 to each other; 40 to 0-31");
    assertThat(table.lines(260)).hasSize(nodes + 1);
  }

  @Test
  void oneOddDistanceKeepsNodesApart() {
    var names = List.of("0", "1", "2");
    var values =
        List.of(List.of("10", "20", "20"), List.of("20", "10", "31"), List.of("20", "31", "10"));
    var table = new SquareTable(names, values, which -> NodeSet.of(which).toString());

    assertThat(table.lines(9))
        .anyMatch(line -> line.startsWith("  0: 10"))
        .anyMatch(line -> line.startsWith("1-2: 10"));
  }

  @Test
  void aHundredVirtualFunctionsAreOneRowAndTheirCardItsOwn() throws FormatException {
    var devices =
        IntStream.range(0, 128)
            .mapToObj(number -> function(number, number == 0 ? "Card" : "Virtual function"))
            .collect(Collectors.toCollection(ArrayList::new));
    var host =
        CapabilitiesReader.read(
            "caps",
            """
            <capabilities><host><topology><cells num='1'><cell id='0'><memory>1024</memory>
              <pages unit='KiB' size='4'>256</pages><cpus num='1'><cpu id='0'/></cpus>
            </cell></cells></topology></host></capabilities>
            """,
            new HostDetails("", devices, Map.of(), Map.of()));

    assertThat(new DeviceText(host).lines(100))
        .containsExactly(
            "address                      node  IOMMU group  device",
            "0000:41:00.0                 0             100  Card",
            "0000:41:00.1 … 0000:41:0f.7  0         101…227  127 × Virtual function");
  }

  private static String function(int number, String name) {
    return """
    <device><name>pci_%1$d</name><capability type='pci'><class>0x020000</class>
      <domain>0</domain><bus>65</bus><slot>%2$d</slot><function>%3$d</function>
      <product>%4$s</product><iommuGroup number='%5$d'/><numa node='0'/></capability></device>
    """
        .formatted(number, number / 8, number % 8, name, 100 + number);
  }
}
