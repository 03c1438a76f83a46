package org.numascape.format.capabilities;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numascape.format.FormatException;

final class CapabilitiesErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<domain type='kvm'/> | caps.xml, line 1: this is a <domain> document; a host is read from what \"virsh capabilities\" prints.",
        "{\"a\": 1} | caps.xml, line 1: the text does not begin with \"<\", so it is no XML; a host is read from what \"virsh capabilities\" prints.",
        "<capabilities><guest/></capabilities> | caps.xml, line 1: these capabilities list no NUMA node; libvirt cannot see this host's topology, so read it from an lstopo file.",
        "<capabilities><host><topology><cells num='0'/></topology></host></capabilities> | caps.xml, line 1: these capabilities list no NUMA node; libvirt cannot see this host's topology, so read it from an lstopo file.",
        "<capabilities><host><topology><cells><cell id='0'/></cells></topology></host></capabilities> | caps.xml, line 1: these capabilities list no CPU; libvirt cannot see this host's topology, so read it from an lstopo file."
      })
  void aTextWithoutAHostIsRefused(String xml, String message) {
    assertThatThrownBy(() -> CapabilitiesReader.read("caps.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessage(message);
  }

  @Test
  void aCpuOfTwoNodesIsRefusedWithBothLines() {
    String xml =
        cells(
            """
            <cell id='0'><cpus><cpu id='3'/></cpus></cell>
            <cell id='1'><cpus><cpu id='3'/></cpus></cell>
            """);

    assertThatThrownBy(() -> CapabilitiesReader.read("caps.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "caps.xml, line 3: CPU 3 is here a second time, first in line 2; read the host again, or from an lstopo file.");
  }

  @Test
  void aNodeThatIsListedTwiceIsRefusedWithBothLines() {
    String xml =
        cells(
            """
            <cell id='1'><cpus><cpu id='1'/></cpus></cell>
            <cell id='1'><cpus><cpu id='3'/></cpus></cell>
            """);

    assertThatThrownBy(() -> CapabilitiesReader.read("caps.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "caps.xml, line 3: node 1 is here a second time, first in line 2; read the host again, or from an lstopo file.");
  }

  @Test
  void moreCpusThanLibvirtServesAreRefused() {
    String cpus =
        IntStream.rangeClosed(0, 16_384)
            .mapToObj("<cpu id='%d'/>"::formatted)
            .collect(Collectors.joining("\n"));
    String xml = cells("<cell id='0'><cpus>" + cpus + "</cpus></cell>");

    assertThatThrownBy(() -> CapabilitiesReader.read("caps.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "caps.xml, line 16386: id is 16,384, only 0 to 16,383 are read; this host is larger than libvirt serves.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<memory unit='furlong'>3</memory> | 3 furlong is no size of <memory>",
        "<memory>-3</memory> | -3 KiB is no size of <memory>",
        "<memory>many</memory> | the text of <memory> is \"many\", which is no whole number",
        "<pages size='3000'>1</pages> | a node cannot have 1 pages of 3,000 KiB",
        "<pages size='2048'>-1</pages> | a node cannot have -1 pages of 2,048 KiB",
        "<distances><sibling id='0' value='300'/></distances> | no distance is 300",
        "<cpus><cpu id='1' siblings='1-x'/></cpus> | siblings of <cpu> is no list of CPUs",
        "<cpus><cpu id='-1'/></cpus> | id is -1",
      })
  void aNonsensicalNumberIsRefusedWithWhereItStands(String part, String words) {
    String xml = cells("<cell id='0'>\n" + part + "<cpus><cpu id='0'/></cpus></cell>");

    assertThatThrownBy(() -> CapabilitiesReader.read("caps.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("caps.xml, line 3: " + words)
        .hasMessageEndingWith(".");
  }

  private static String cells(String cells) {
    return "<capabilities><host><topology><cells>\n"
        + cells
        + "</cells></topology></host></capabilities>";
  }
}
