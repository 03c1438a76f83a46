package org.numascape.format.hwloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numascape.format.FormatException;

final class HwlocErrorsTest {

  private static String topology(String objects) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE topology SYSTEM "hwloc2.dtd">
    <topology version="2.0">
    <object type="Machine" cpuset="0xf...f" nodeset="0xf...f">
    %s
    </object>
    </topology>
    """
        .formatted(objects);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<domain type='kvm'/> | h.xml, line 1: this is a <domain> document; a host is read from what \"lstopo host.xml\" writes.",
        "<!DOCTYPE html><html><p></html> | h.xml, line 1: this is a <html> document; a host is read from what \"lstopo host.xml\" writes.",
        "{} | h.xml, line 1: the text does not begin with \"<\", so it is no XML; a host is read from what \"lstopo host.xml\" writes.",
        "'' | h.xml: the text is empty; a host is read from what \"lstopo host.xml\" writes.",
        "<topology version='9.1'/> | h.xml, line 1: this topology has version 9.1, versions 1 to 3 are read; export it with \"lstopo --of v2xml host.xml\".",
        "<topology version='x'/> | h.xml, line 1: \"x\" is no version of a topology; export it again with lstopo.",
        "<topology version='2.0'/> | h.xml, line 1: a topology has one Machine at its top, this one has not; export it again with lstopo.",
        "<topology version='2.0'><object type='Machine'/></topology> | h.xml, line 1: this topology has no PU; export it again without \"--filter\".",
        "<topology version='2.0'><object/></topology> | h.xml, line 1: an object has no type; export the topology again.",
      })
  void aTextWithoutAHostIsRefused(String xml, String message) {
    assertThatThrownBy(() -> HwlocReader.read("h.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<object type='PU' os_index='3'/>~<object type='PU' os_index='3'/> | line 6: PU 3 is here a second time, first in line 5; export the topology again.",
        "<object type='NUMANode' os_index='1'/>~<object type='NUMANode' os_index='1'/> | line 6: NUMA node 1 is here a second time, first in line 5; export the topology again.",
        "<object type='PU' os_index='16384'/> | line 5: PU 16,384 is above the highest index that is read, 16,383; restrict the export with \"lstopo --restrict\".",
        "<object type='PU' /> | line 5: this PU has no os_index; export the topology again.",
        "<object type='PU' os_index='0'/><object type='NUMANode' os_index='0' local_memory='-1'/> | line 5: local_memory is -1 bytes; export the topology again.",
        "<object type='PU' os_index='0'/><object type='NUMANode' os_index='0' local_memory='1e9'/> | line 5: local_memory is \"1e9\", which is no whole number; export the topology again.",
        "<object type='PU' os_index='0'/><object type='NUMANode' os_index='0' cpuset='0xfffffffff'/> | line 5: cpuset holds \"0xfffffffff\", which is no 32-bit word in hex; export the topology again.",
        "<object type='PU' os_index='0'/><object type='NUMANode' os_index='0'><page_type size='4096' count='1'/><page_type size='3000000' count='1'/></object> | line 5: no page is 3,000,000 bytes large; export the topology again.",
        "<object type='PU' os_index='0'/><object type='NUMANode' os_index='0'><page_type size='2097152' count='-1'/></object> | line 5: a node cannot have -1 pages; export the topology again.",
        "<object type='PU' os_index='0'><object type='Core'/></object> | line 5: this PU holds CPU objects; export the topology again.",
        "<object type='PCIDev'><object type='PU' os_index='0'/></object> | line 5: a PU cannot be inside a device; export the topology again.",
      })
  void aContradictionIsRefusedWithItsLine(String objects, String message) {
    String xml = topology(objects.replace('~', '\n'));

    assertThatThrownBy(() -> HwlocReader.read("h.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessage("h.xml, " + message);
  }

  @Test
  void aSetBeyondTheHighestIndexIsRefused() {
    String words = ",".repeat(512);
    String xml =
        topology(
            "<object type='PU' os_index='0'/><object type='NUMANode' os_index='0' cpuset='0x00000001"
                + words
                + "'/>");

    assertThatThrownBy(() -> HwlocReader.read("h.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "h.xml, line 5: cpuset holds index 16,384, the highest that is read is 16,383;"
                + " restrict the export with \"lstopo --restrict\".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 1 | 10 20 20 | 2 objects need 4 distances, here are 3",
        "0 1 | 10 20 20 ten | \"ten\" is no number in a matrix of distances",
        "0 | 5000000 | 5,000,000 is no distance between nodes",
      })
  void aMatrixThatIsNoneIsRefused(String indexes, String values, String message) {
    String xml =
        topology("<object type='PU' os_index='0'/><object type='NUMANode' os_index='0'/>")
            .replace(
                "</topology>",
                "<distances2 type='NUMANode' kind='5' name='NUMALatency' indexing='os'><indexes>%s</indexes><u64values>%s</u64values></distances2></topology>"
                    .formatted(indexes, values));

    assertThatThrownBy(() -> HwlocReader.read("h.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessage("h.xml, line 7: " + message + "; export the topology again.");
  }

  @Test
  void sixteenThousandCpusAreRead() throws Exception {
    String pus =
        IntStream.range(0, 16_384)
            .mapToObj("<object type='PU' os_index='%d'/>"::formatted)
            .collect(Collectors.joining("\n"));

    var host = HwlocReader.read("h.xml", topology(pus));

    assertThat(host.pus()).hasSize(16_384);
  }

  @Test
  void objectsNestedTooDeepAreRefused() throws Exception {
    String fits = nested(98);
    String deep = nested(99);

    var host = HwlocReader.read("h.xml", fits);

    assertThat(host.ancestors(host.pu(0).orElseThrow())).hasSize(99);
    assertThatThrownBy(() -> HwlocReader.read("h.xml", deep))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "h.xml, line 5: objects are nested deeper than 100 levels, no real host is; export the topology again.");
  }

  private static String nested(int groups) {
    return topology(
        "<object type='Group'>".repeat(groups)
            + "<object type='PU' os_index='0'/>"
            + "</object>".repeat(groups));
  }
}
