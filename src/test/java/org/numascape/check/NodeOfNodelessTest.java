package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;

final class NodeOfNodelessTest {

  private static Design guest(String... arguments) throws FormatException {
    String all =
        Stream.of(arguments)
            .map(argument -> "<qemu:arg value='" + argument + "'/>")
            .collect(Collectors.joining("\n"));
    String xml =
        """
        <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
          <name>a</name><memory unit='GiB'>1</memory>
          <qemu:commandline>
        %s
          </qemu:commandline>
        </domain>
        """
            .formatted(all);
    var read = Guest.read(DomainReader.read("a", xml), xml, DomainState.SHUT_OFF, 0);
    return Design.of("a", Hosts.oneNode(), new HostSource.Sample("a"), List.of(read));
  }

  @Test
  void aGraphicsDeviceHasNoNode() throws FormatException {
    var problem = Findings.only(guest("-device", "virtio-gpu-pci,id=gpu0,numa=1"), "D-09");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("virtio-gpu-pci is told a node by numa, which it has not got");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vfio-pci,host=41:00.0,numa_node=1",
        "driver=vfio-pci,host=41:00.0,node=1",
        "{&quot;driver&quot;:&quot;vfio-pci&quot;,&quot;numa_node&quot;:1}",
        "pxb-pcie,id=pxb1,bus_nr=180,node=1",
        "pc-dimm,memdev=m,numa_node=1"
      })
  void soOthersHaveNoneOrAnotherName(String device) throws FormatException {
    Findings.only(guest("-device", device), "D-09");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pxb-pcie,id=pxb1,bus_nr=180,numa_node=1",
        "pc-dimm,memdev=m,node=1",
        "virtio-mem-pci,memdev=m,node=1",
        "{&quot;driver&quot;:&quot;pxb-pcie&quot;,&quot;numa_node&quot;:1}",
        "vfio-pci,host=41:00.0,bus=rp1"
      })
  void thoseThatHaveOneMayBeTold(String device) throws FormatException {
    Findings.none(guest("-device", device), "D-09");
  }

  @Test
  void otherOptionsAreNotDevices() throws FormatException {
    Findings.none(
        guest(
            "-object", "acpi-generic-initiator,id=g0,pci-dev=d0,node=1", "-numa", "node,nodeid=0"),
        "D-09");
  }
}
