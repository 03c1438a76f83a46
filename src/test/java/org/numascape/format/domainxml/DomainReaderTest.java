package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.HostDevice;
import org.numascape.domain.IoThread;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.ThreadScheduler;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

final class DomainReaderTest {

  private static Domain read(String inside) throws FormatException {
    return DomainReader.read(
        "guest.xml",
        "<domain type='kvm'>\n<name>db</name>\n<memory>1048576</memory>\n<vcpu>4</vcpu>\n"
            + inside
            + "</domain>");
  }

  private static void assertRefused(String inside, int line, String says) {
    assertThatThrownBy(() -> read(inside))
        .isInstanceOfSatisfying(FormatException.class, e -> assertThat(e.line()).isEqualTo(line))
        .hasMessageContaining(says)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "1048576, '', 1048576", "1024, KiB, 1024", "1, MiB, 1024", "1, M, 1024", "2, GiB, 2097152",
    "2, g, 2097152", "1, TiB, 1073741824", "1000, KB, 977", "1, MB, 977", "2048, bytes, 2",
    "2049, b, 3", "1024, k, 1024"
  })
  void sizesAreCountedAsLibvirtDoes(String digits, String unit, long kib) throws FormatException {
    String attribute = unit.isEmpty() ? "" : " unit='" + unit + "'";
    String xml =
        "<domain type='kvm'><name>a</name><memory"
            + attribute
            + ">"
            + digits
            + "</memory></domain>";

    var domain = DomainReader.read("a.xml", xml);

    assertThat(domain.memoryKib()).isEqualTo(kib);
  }

  @Test
  void memoryIsTheSumOfTheCellsWhateverTheFileSays() throws FormatException {
    var domain =
        read(
            "<cpu><numa><cell cpus='0-1' memory='2' unit='GiB'/><cell cpus='2-3' memory='512'/></numa></cpu>");

    assertThat(domain.memoryKib()).isEqualTo(2_097_664);
    assertThat(domain.cells())
        .containsExactly(
            new GuestCell(0, CpuSet.of(0, 1), 2_097_152), new GuestCell(1, CpuSet.of(2, 3), 512));
  }

  @Test
  void cellsAreSortedByIdAndMayHaveNoCpus() throws FormatException {
    var domain =
        read(
            "<cpu><numa><cell id='1' memory='8'/><cell id='0' cpus='0-3' memory='9'/></numa></cpu>");

    assertThat(domain.cells())
        .containsExactly(
            new GuestCell(0, CpuSet.range(0, 3), 9), new GuestCell(1, CpuSet.EMPTY, 8));
  }

  @Test
  void aPinOfAVcpuThatIsNotThereIsDroppedAsLibvirtDoes() throws FormatException {
    var domain =
        read("<cputune><vcpupin vcpu='0' cpuset='2,34'/><vcpupin vcpu='9' cpuset='1'/></cputune>");

    assertThat(domain.vcpuPins()).isEqualTo(Map.of(0, CpuSet.of(2, 34)));
  }

  @Test
  void listsMayExcludeAndHoldSpaces() throws FormatException {
    var domain = read("<cputune><emulatorpin cpuset='0-3, ^2 ,8'/></cputune>");

    assertThat(domain.emulatorPin()).contains(CpuSet.of(0, 1, 3, 8));
  }

  @Test
  void ioThreadIdsAreFilledFromOneUpwards() throws FormatException {
    var domain =
        read(
            "<iothreads>4</iothreads><iothreadids><iothread id='2'/><iothread id='7'/></iothreadids>"
                + "<cputune><iothreadpin iothread='7' cpuset='5'/></cputune>");

    assertThat(domain.ioThreads())
        .containsExactly(
            new IoThread(1, Optional.empty()),
            new IoThread(2, Optional.empty()),
            new IoThread(3, Optional.empty()),
            new IoThread(7, Optional.of(CpuSet.of(5))));
  }

  @Test
  void vcpusListedOneByOneOverrideTheCurrentCount() throws FormatException {
    var domain =
        read(
            "<vcpus><vcpu id='0' enabled='yes'/><vcpu id='1' enabled='no'/><vcpu id='2' enabled='yes'/></vcpus>");

    assertThat(domain.vcpus().current()).isEqualTo(2);
    assertThat(domain.vcpus().maximum()).isEqualTo(4);
  }

  @Test
  void memoryRulesAreStrictUnlessTheySayOtherwise() throws FormatException {
    var domain =
        read(
            "<numatune><memory nodeset='0-1'/><memnode cellid='0' mode='preferred' nodeset='1'/></numatune>");

    assertThat(domain.numaTune().memory())
        .contains(new MemoryBinding(MemoryMode.STRICT, NodeSet.of(0, 1)));
    assertThat(domain.numaTune().cells())
        .isEqualTo(Map.of(0, new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(1))));
  }

  @Test
  void memoryFollowsNumadWhereTheVcpusDoAndNoNodesAreNamed() throws FormatException {
    String start =
        "<domain type='kvm'><name>a</name><memory>9</memory><vcpu placement='auto' cpuset='0-3'>2</vcpu>";

    var implied = DomainReader.read("a", start + "</domain>");
    var bound =
        DomainReader.read("a", start + "<numatune><memory nodeset='1'/></numatune></domain>");

    assertThat(implied.numaTune().automatic()).isTrue();
    assertThat(implied.vcpus().cpuset()).isEmpty();
    assertThat(bound.numaTune().automatic()).isFalse();
  }

  @Test
  void vcpusFollowNumadWhereMemoryDoesAndNothingIsPinned() throws FormatException {
    String auto = "<numatune><memory mode='interleave' placement='auto'/></numatune>";

    assertThat(read(auto).placedByNumad()).isTrue();
    assertThat(read(auto + "<cputune><emulatorpin cpuset='1'/></cputune>").placedByNumad())
        .isFalse();
  }

  @Test
  void backingKnowsPagesLocksAndSharing() throws FormatException {
    var domain =
        read(
            "<memoryBacking><hugepages><page size='1' unit='G' nodeset='0'/><page size='2048'/></hugepages>"
                + "<nosharepages/><locked/></memoryBacking>");

    assertThat(domain.backing())
        .isEqualTo(
            new MemoryBacking(
                true,
                List.of(
                    new MemoryBacking.Page(PageSize.ONE_GIB, Optional.of(CpuSet.of(0))),
                    new MemoryBacking.Page(PageSize.TWO_MIB, Optional.empty())),
                true,
                true));
  }

  @Test
  void hostDevicesOfEveryKindAreFound() throws FormatException {
    String address =
        "<source><address type='pci' domain='0x0000' bus='0x3b' slot='0x00' function='0x1'/></source>";
    var domain =
        read(
            "<devices><hostdev mode='subsystem' type='pci'>"
                + address
                + "</hostdev>"
                + "<interface type='hostdev'>"
                + address.replace("0x3b", "0xaf")
                + "</interface>"
                + "<disk type='nvme'>"
                + address.replace("0x3b", "10")
                + "</disk>"
                + "<hostdev type='usb'><source><address bus='1' device='2'/></source></hostdev>"
                + "<interface type='network'>"
                + address
                + "</interface></devices>");

    assertThat(domain.devices())
        .containsExactly(
            device("0000:af:00.1", HostDevice.Form.INTERFACE),
            device("0000:0a:00.1", HostDevice.Form.NVME),
            device("0000:3b:00.1", HostDevice.Form.HOSTDEV));
  }

  private static HostDevice device(String address, HostDevice.Form form) {
    return new HostDevice(address, form, Optional.empty(), false);
  }

  @Test
  void topologyAndSchedulersAreRead() throws FormatException {
    var domain =
        read(
            "<cpu><topology sockets='1' cores='2' threads='2'/></cpu>"
                + "<cputune><vcpusched vcpus='0-1' scheduler='fifo' priority='1'/></cputune>");

    assertThat(domain.topology()).contains(new CpuTopology(1, 1, 1, 2, 2));
    assertThat(domain.schedulers())
        .containsExactly(new ThreadScheduler(CpuSet.of(0, 1), "fifo", OptionalInt.of(1)));
  }

  @Test
  void elementsOfOthersInsideMetadataOrWithANamespaceAreNotOurs() throws FormatException {
    var domain =
        read(
            "<metadata><x:cputune xmlns:x='urn:x'><vcpupin vcpu='0' cpuset='1'/></x:cputune></metadata>"
                + "<cputune xmlns='urn:y'><vcpupin vcpu='0' cpuset='1'/></cputune>");

    assertThat(domain.vcpuPins()).isEmpty();
  }

  @Test
  void anUuidIsReadAsLibvirtWritesIt() throws FormatException {
    var domain = read("<uuid>C7A5FDBDEDAF9455926AD65C16DB1809</uuid>");

    assertThat(domain.uuid()).contains("c7a5fdbd-edaf-9455-926a-d65c16db1809");
  }

  @Test
  void refusalsNameTheLineAndTheReason() {
    assertRefused("<cputune>\n<vcpupin vcpu='0' cpuset='3-1'/></cputune>", 6, "runs backwards");
    assertRefused("<cputune><vcpupin vcpu='0' cpuset=''/></cputune>", 5, "names nothing");
    assertRefused("<cputune><vcpupin vcpu='0' cpuset='1,^1'/></cputune>", 5, "names nothing");
    assertRefused("<cputune><vcpupin vcpu='0' cpuset='16384'/></cputune>", 5, "highest id");
    assertRefused("<cputune><vcpupin vcpu='0'/></cputune>", 5, "no attribute cpuset");
    assertRefused(
        "<cputune><vcpupin vcpu='0' cpuset='1'/>\n<vcpupin vcpu='0' cpuset='1'/></cputune>",
        6,
        "pinned twice");
    assertRefused(
        "<cputune><iothreadpin iothread='1' cpuset='1'/></cputune>", 5, "no I/O thread 1");
    assertRefused("<numatune><memory mode='strict'/></numatune>", 5, "names no nodes");
    assertRefused("<numatune><memory mode='wild' nodeset='0'/></numatune>", 5, "\"wild\"");
    assertRefused("<cpu><numa><cell id='1' memory='1'/></numa></cpu>", 5, "gap");
    assertRefused("<cpu><topology sockets='0' cores='1' threads='1'/></cpu>", 5, "zero");
    assertRefused(
        "<memoryBacking><hugepages><page size='3'/></hugepages></memoryBacking>", 5, "3 KiB");
    assertRefused("<uuid>abc</uuid>", 5, "no UUID");
  }

  @Test
  void whatIsNoDomainIsCalledByItsName() {
    assertThatThrownBy(() -> DomainReader.read("net.xml", "<network><name>x</name></network>"))
        .hasMessage(
            "net.xml, line 1: this is a <network>, not a libvirt <domain>; give the output of \"virsh dumpxml\".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE domain [<!ENTITY a 'b'>]><domain/>",
        "<!DOCTYPE domain SYSTEM 'file:///etc/passwd'><domain/>",
        "<domain type='kvm'><name>&a;</name></domain>",
        "<domain type='kvm'><name>&#0;</name></domain>",
        "<domain type='kvm'><name>a</domain></name>",
        "<domain type='kvm'>",
        "<domain type='kvm' type='qemu'/>",
        "<domain type=kvm/>",
        "<domain type='k<vm'/>",
        "<domain type='kvm",
        "<domain/><domain/>",
        "text",
        "",
        "<",
        "<domain><!-- a -- b --></domain>",
        "<domain><![CDATA[ </domain>",
        "<domain>&</domain>",
        "</domain>"
      })
  void hostileAndBrokenTextsEndInOneSentence(String xml) {
    assertThatThrownBy(() -> DomainReader.read("x.xml", xml))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("x.xml")
        .hasMessageEndingWith(".");
  }

  @Test
  void depthAndLengthAreBounded() {
    String deep = "<a>".repeat(100_000);
    String longer = "<domain>" + " ".repeat(5_000_000) + "</domain>";

    assertThatThrownBy(() -> DomainReader.read("x", deep)).hasMessageContaining("nested deeper");
    assertThatThrownBy(() -> DomainReader.read("x", longer)).hasMessageContaining("4 MiB");
  }
}
