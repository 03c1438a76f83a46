package org.numascape.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Guests;
import org.numascape.design.PinText.Mistake;
import org.numascape.design.PinText.Mistakes;
import org.numascape.design.PinText.Pins;
import org.numascape.topology.CpuSet;

final class PinTextTest {

  private static final CpuSet HOST = CpuSet.range(0, 63);

  @Test
  void asManyCpusAsVcpusArePairedInTheOrderWritten() {
    var read = PinText.parse("0-3: 8,40,9,41", 8, HOST);

    assertThat(read)
        .isEqualTo(
            new Pins(Map.of(0, CpuSet.of(8), 1, CpuSet.of(40), 2, CpuSet.of(9), 3, CpuSet.of(41))));
  }

  @Test
  void vcpusAreTakenInTheOrderWrittenToo() {
    var read = PinText.parse("3,0-1: 8-10", 4, HOST);

    assertThat(read)
        .isEqualTo(new Pins(Map.of(3, CpuSet.of(8), 0, CpuSet.of(9), 1, CpuSet.of(10))));
  }

  @Test
  void bracesGiveTheWholeSetToEveryVcpu() {
    var read = PinText.parse("0-1: {8-9, 12}", 4, HOST);

    assertThat(read).isEqualTo(new Pins(Map.of(0, CpuSet.of(8, 9, 12), 1, CpuSet.of(8, 9, 12))));
  }

  @Test
  void blankLinesAndCommentsAreSkippedAndCountedAsLines() {
    var read = PinText.parse("# NUMA node 0\n\n0: 2 # the first\n9: 3", 4, HOST);

    assertThat(read)
        .isEqualTo(
            new Mistakes(
                java.util.List.of(new Mistake(4, "vCPU 9 does not exist, the last one is 3"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 2            | a colon is missing, write \"vCPUs: CPUs\"",
        "0-3: 8-9       | 4 vCPUs but 2 CPUs; for a set that each may use write {8-9}",
        "0: 8-9         | 1 vCPU but 2 CPUs; for a set that each may use write {8-9}",
        "0: {8-9        | the set is not closed, a } is missing",
        "0: {}          | no CPU is named",
        "0:             | no CPU is named",
        ": 2            | no vCPU is named",
        "0: 64          | CPU 64 is not on this host, the last one is 63",
        "0: {1,99-100}  | CPU 100 is not on this host, the last one is 63",
        "4: 1           | vCPU 4 does not exist, the last one is 3",
        "0,0: 1,2       | vCPU 0 is named twice",
        "3-1: 1-3       | range 3-1 runs backwards",
        "0: two         | \"two\" is no CPU",
        "0: -3          | \"\" is no CPU",
        "0: 0-999999999 | CPU 999999999 is beyond any host",
      })
  void aWrongLineSaysWhatIsWrong(String line, String what) {
    var read = PinText.parse(line, 4, HOST);

    assertThat(read).isEqualTo(new Mistakes(java.util.List.of(new Mistake(1, what))));
  }

  @Test
  void everyWrongLineIsToldNotOnlyTheFirst() {
    var read = PinText.parse("0: x\n1: 3\n1: 4", 4, HOST);

    assertThat(read)
        .isEqualTo(
            new Mistakes(
                java.util.List.of(
                    new Mistake(1, "\"x\" is no CPU"), new Mistake(3, "vCPU 1 is named twice"))));
  }

  @Test
  void pinsAreWrittenInAsFewLinesAsTheyTake() {
    var pins =
        Map.of(
            0, CpuSet.of(2),
            1, CpuSet.of(34),
            2, CpuSet.of(3),
            4, CpuSet.of(8, 9),
            5, CpuSet.of(8, 9),
            6, CpuSet.of(10),
            7, CpuSet.of(11));

    var text = PinText.format(pins);

    assertThat(text).isEqualTo("0-2: 2,34,3\n4-5: {8-9}\n6-7: 10,11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0-2: 2,34,3", "0-3: 8-11", "0: 5\n2-3: {0-1,32-33}\n5: 6", "0-1: 9,8"})
  void textReadAndWrittenStaysAsItIs(String text) {
    var pins = (Pins) PinText.parse(text, 8, HOST);

    assertThat(PinText.format(pins.pins())).isEqualTo(text);
  }

  @Test
  void randomPinsSurviveTheRoundTrip() {
    var random = new java.util.Random(7);
    for (int round = 0; round < 300; round++) {
      var pins = new java.util.TreeMap<Integer, CpuSet>();
      for (int vcpu = 0; vcpu < 12; vcpu++) {
        if (random.nextInt(4) > 0) {
          int first = random.nextInt(60);
          pins.put(vcpu, random.nextInt(3) > 0 ? CpuSet.of(first) : CpuSet.range(first, first + 2));
        }
      }

      var read = PinText.parse(PinText.format(pins), 12, HOST);

      assertThat(read).isEqualTo(new Pins(pins));
    }
  }

  @Test
  void vcpusThatNoLineNamesLoseTheirPinInOneStep() {
    var guest = Guests.domain("db").vcpus(3).pinnedTo("1,2,3").guest();

    var edit = PinText.edit(guest, Map.of(0, CpuSet.of(9)));
    var after =
        edit.applyTo(
            org.numascape.Designs.of(org.numascape.Hosts.twoSockets())
                .withGuests(java.util.List.of(guest)));

    assertThat(after.guests().getFirst().wanted().vcpuPins()).isEqualTo(Map.of(0, CpuSet.of(9)));
  }
}
