package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

final class DomainWriterTest {

  private static final String PLAIN =
      """
      <?xml version="1.0"?>
      <!-- owner: ci team, do not resize -->
      <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
        <name>a &amp; b</name>
        <memory unit='GiB'>4</memory>
        <vcpu   current = "2">4</vcpu>
        <iothreads>2</iothreads>
        <os><type>hvm</type></os>
        <cpu>
          <numa>
            <cell id='0' cpus='0-1' memory='2' unit='GiB'/>
            <cell id='1' cpus='2-3' memory='2' unit='GiB'/>
          </numa>
        </cpu>
        <metadata><![CDATA[<keep/>]]></metadata>
        <qemu:commandline><qemu:arg value='-S'/></qemu:commandline>
      </domain>
      """;

  private static final String PINNED =
      """
      <domain type="kvm">
      \t<name>db</name>
      \t<memory>1024</memory>
      \t<vcpu>8</vcpu>
      \t<cputune> <!-- by hand -->
      \t\t<shares>2048</shares>
      \t\t<vcpupin cpuset="4,^3" vcpu="4" /> <!-- hot -->
      \t\t<vcpupin vcpu="2" cpuset="2" />
      \t</cputune>
      </domain>
      """;

  private static Domain read(String xml) throws FormatException {
    return DomainReader.read("it", xml);
  }

  private static Domain pinned(String xml, Map<Integer, CpuSet> pins) throws FormatException {
    return read(xml).withVcpuPins(pins);
  }

  private static NumaTune bound(MemoryMode mode, int node) {
    return new NumaTune(Optional.of(new MemoryBinding(mode, NodeSet.of(node))), false, Map.of());
  }

  @Test
  void sectionsAreMadeWhereLibvirtWritesThem() throws FormatException {
    var strict = new MemoryBinding(MemoryMode.STRICT, NodeSet.of(1));
    var page = new MemoryBacking.Page(PageSize.TWO_MIB, Optional.empty());
    var wanted =
        pinned(PLAIN, Map.of(0, CpuSet.of(2, 34), 1, CpuSet.of(3)))
            .withEmulatorPin(Optional.of(CpuSet.of(0, 1)))
            .withNumaTune(new NumaTune(Optional.of(strict), false, Map.of(0, strict)))
            .withBacking(new MemoryBacking(true, List.of(page), false, false));

    var written = DomainWriter.write(PLAIN, wanted);

    String backing =
        """
          <memoryBacking>
            <hugepages>
              <page size='2048' unit='KiB'/>
            </hugepages>
          </memoryBacking>
        """;
    String tuning =
        """
          <cputune>
            <vcpupin vcpu='0' cpuset='2,34'/>
            <vcpupin vcpu='1' cpuset='3'/>
            <emulatorpin cpuset='0-1'/>
          </cputune>
          <numatune>
            <memory mode='strict' nodeset='1'/>
            <memnode cellid='0' mode='strict' nodeset='1'/>
          </numatune>
        """;
    assertThat(written)
        .isEqualTo(
            PLAIN.replace("  <vcpu ", backing + "  <vcpu ").replace("  <os>", tuning + "  <os>"));
  }

  @Test
  void onlyTheValueOfTheChangedPinChanges() throws FormatException {
    var pins = new TreeMap<>(read(PINNED).vcpuPins());
    pins.put(2, CpuSet.of(7));

    var written = DomainWriter.write(PINNED, pinned(PINNED, pins));

    assertThat(written).isEqualTo(PINNED.replace("cpuset=\"2\"", "cpuset=\"7\""));
  }

  @Test
  void newPinsGoInByNumberInTheStyleAround() throws FormatException {
    var pins = new TreeMap<>(read(PINNED).vcpuPins());
    pins.put(0, CpuSet.of(10));
    pins.put(3, CpuSet.of(13));
    pins.put(5, CpuSet.of(15));

    var written = DomainWriter.write(PINNED, pinned(PINNED, pins));

    assertThat(written)
        .isEqualTo(
            PINNED
                .replace(
                    "<!-- hot -->\n", "<!-- hot -->\n\t\t<vcpupin vcpu=\"5\" cpuset=\"15\" />\n")
                .replace(
                    "\t\t<vcpupin vcpu=\"2\" cpuset=\"2\" />\n",
                    "\t\t<vcpupin vcpu=\"0\" cpuset=\"10\" />\n\t\t<vcpupin vcpu=\"2\" cpuset=\"2\" />\n\t\t<vcpupin vcpu=\"3\" cpuset=\"13\" />\n"));
  }

  @Test
  void aRemovedPinTakesItsLineAndLeavesComments() throws FormatException {
    var written = DomainWriter.write(PINNED, pinned(PINNED, Map.of()));

    assertThat(written)
        .isEqualTo(
            PINNED
                .replace("<vcpupin cpuset=\"4,^3\" vcpu=\"4\" />", "")
                .replace("\t\t<vcpupin vcpu=\"2\" cpuset=\"2\" />\n", ""));
  }

  @Test
  void anEmptiedSectionGoesUnlessItHoldsAComment() throws FormatException {
    String bare =
        "<domain type='kvm'>\n <name>a</name>\n <memory>9</memory>\n <cputune>\n  <vcpupin vcpu='0' cpuset='1'/>\n%s </cputune>\n</domain>\n";
    String commented = bare.formatted("  <!-- why -->\n");
    String empty = bare.formatted("");

    assertThat(DomainWriter.write(empty, pinned(empty, Map.of())))
        .isEqualTo("<domain type='kvm'>\n <name>a</name>\n <memory>9</memory>\n</domain>\n");
    assertThat(DomainWriter.write(commented, pinned(commented, Map.of())))
        .contains("<!-- why -->")
        .contains("</cputune>");
  }

  @Test
  void anEmptyTagIsOpened() throws FormatException {
    String xml =
        "<domain type='kvm'>\n  <name>a</name>\n  <memory>9</memory>\n  <cputune />\n</domain>\n";

    var written = DomainWriter.write(xml, pinned(xml, Map.of(0, CpuSet.of(1))));

    assertThat(written)
        .isEqualTo(
            xml.replace(
                "<cputune />", "<cputune>\n    <vcpupin vcpu='0' cpuset='1' />\n  </cputune>"));
  }

  @Test
  void windowsLineEndsStayAndAreUsed() throws FormatException {
    String xml = PLAIN.replace("\n", "\r\n");

    var written = DomainWriter.write(xml, pinned(xml, Map.of(0, CpuSet.of(1))));

    assertThat(written.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(read(written).vcpuPins()).isEqualTo(Map.of(0, CpuSet.of(1)));
    assertThat(DomainWriter.write(written, read(xml))).isEqualTo(xml);
  }

  @Test
  void aTextOnOneLineStaysOnOneLine() throws FormatException {
    String xml = "<domain type=\"kvm\"><name>a</name><memory>9</memory><os/></domain>";

    var written =
        DomainWriter.write(
            xml, pinned(xml, Map.of(0, CpuSet.of(1))).withNumaTune(bound(MemoryMode.STRICT, 0)));

    assertThat(written)
        .isEqualTo(
            "<domain type=\"kvm\"><name>a</name><memory>9</memory>"
                + "<cputune><vcpupin vcpu=\"0\" cpuset=\"1\"/></cputune>"
                + "<numatune><memory mode=\"strict\" nodeset=\"0\"/></numatune><os/></domain>");
  }

  @Test
  void pinsOfVcpusThatAreNotThereAreNotOurs() throws FormatException {
    String xml = PINNED.replace("<vcpu>8</vcpu>", "<vcpu>4</vcpu>");

    var written = DomainWriter.write(xml, pinned(xml, Map.of()));

    assertThat(written).contains("vcpu=\"4\"").doesNotContain("vcpu=\"2\"");
  }

  @Test
  void bindingUndoesAutomaticPlacement() throws FormatException {
    String xml =
        "<domain type='kvm'>\n  <name>a</name>\n  <memory>9</memory>\n  <numatune>\n    <memory mode='interleave' placement='auto'/>\n  </numatune>\n</domain>\n";

    var written = DomainWriter.write(xml, read(xml).withNumaTune(bound(MemoryMode.INTERLEAVE, 3)));

    assertThat(written)
        .isEqualTo(xml.replace("placement='auto'", "placement='static' nodeset='3'"));
  }

  @Test
  void onlyTheModeChangesWhereOnlyTheModeIsWantedOtherwise() throws FormatException {
    String xml =
        "<domain type='kvm'><name>a</name><memory>9</memory><numatune><memory nodeset='0,1' mode='strict'/></numatune></domain>";
    var nodes = new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(0, 1));

    var written =
        DomainWriter.write(
            xml, read(xml).withNumaTune(new NumaTune(Optional.of(nodes), false, Map.of())));

    assertThat(written).isEqualTo(xml.replace("strict", "preferred"));
  }

  @Test
  void aPageIsResizedWhereItStands() throws FormatException {
    String xml =
        "<domain type='kvm'><name>a</name><memory>9</memory><memoryBacking><locked/><hugepages><page unit='M' size='2'/></hugepages></memoryBacking></domain>";
    var page = new MemoryBacking.Page(PageSize.ONE_GIB, Optional.empty());

    var resized =
        DomainWriter.write(
            xml, read(xml).withBacking(new MemoryBacking(true, List.of(page), true, false)));
    var normal =
        DomainWriter.write(
            xml, read(xml).withBacking(new MemoryBacking(false, List.of(), true, false)));

    assertThat(resized).isEqualTo(xml.replace("unit='M' size='2'", "unit='KiB' size='1048576'"));
    assertThat(normal)
        .isEqualTo(xml.replace("<hugepages><page unit='M' size='2'/></hugepages>", ""));
  }

  @Test
  void aMarkedFirstCharacterStays() throws FormatException {
    String xml = "\uFEFF" + PLAIN;

    var written = DomainWriter.write(xml, pinned(xml, Map.of(0, CpuSet.of(1))));

    assertThat(written).startsWith("\uFEFF<?xml");
  }

  /// From any placement to any other and back; the text has to be found again from the placement
  /// alone.
  @Test
  void anyPlacementCanBeWrittenOverAnyOther() throws FormatException {
    var random = new Random(11);
    for (String start : List.of(PLAIN, PINNED, PLAIN.replace("\n", "\r\n"))) {
      String xml = start;
      for (int run = 0; run < 400; run++) {
        var wanted = random(read(xml), random);

        xml = DomainWriter.write(xml, wanted);

        var found = read(xml);
        assertThat(found.vcpuPins()).isEqualTo(wanted.vcpuPins());
        assertThat(found.emulatorPin()).isEqualTo(wanted.emulatorPin());
        assertThat(found.ioThreads()).isEqualTo(wanted.ioThreads());
        assertThat(found.numaTune()).isEqualTo(wanted.numaTune());
        assertThat(found.backing()).isEqualTo(wanted.backing());
        assertThat(DomainWriter.write(xml, found)).isEqualTo(xml);
      }
    }
  }

  private static Domain random(Domain domain, Random random) {
    var pins = new TreeMap<Integer, CpuSet>();
    for (int vcpu = 0; vcpu < domain.vcpus().maximum(); vcpu++) {
      if (random.nextBoolean()) {
        pins.put(vcpu, CpuSet.of(random.nextInt(64), random.nextInt(64)));
      }
    }
    var cells = new TreeMap<Integer, MemoryBinding>();
    domain.cells().stream()
        .filter(_ -> random.nextBoolean())
        .forEach(cell -> cells.put(cell.id(), binding(random)));
    var memory =
        random.nextBoolean() ? Optional.of(binding(random)) : Optional.<MemoryBinding>empty();
    return domain
        .withVcpuPins(pins)
        .withEmulatorPin(
            random.nextBoolean() ? Optional.of(CpuSet.of(random.nextInt(9))) : Optional.empty())
        .withIoThreads(
            domain.ioThreads().stream()
                .map(io ->
                    new IoThread(
                        io.id(),
                        random.nextBoolean() ? Optional.of(CpuSet.of(3)) : Optional.empty()))
                .toList())
        .withNumaTune(
            new NumaTune(
                memory, memory.isEmpty() && cells.isEmpty() && random.nextBoolean(), cells))
        .withBacking(backing(random));
  }

  private static MemoryBinding binding(Random random) {
    var mode = List.of(MemoryMode.values()).get(random.nextInt(4));
    return new MemoryBinding(mode, NodeSet.of(random.nextInt(4)));
  }

  private static MemoryBacking backing(Random random) {
    var small = new MemoryBacking.Page(PageSize.TWO_MIB, Optional.of(CpuSet.of(random.nextInt(2))));
    var large = new MemoryBacking.Page(PageSize.ONE_GIB, Optional.empty());
    var pages =
        switch (random.nextInt(4)) {
          case 0 -> List.<MemoryBacking.Page>of();
          case 1 -> List.of(large);
          default -> List.of(small, large);
        };
    boolean huge = random.nextBoolean();
    return new MemoryBacking(
        huge, huge ? pages : List.of(), random.nextBoolean(), random.nextBoolean());
  }
}
