package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numascape.SharedData;
import org.numascape.format.FormatException;

final class LibvirtLintTest {

  private static final String GUEST =
      """
      <domain type='kvm'>
        <name>db</name>
        <maxMemory slots='4' unit='GiB'>16</maxMemory>
        <memory unit='GiB'>8</memory>
        <memoryBacking>
          <hugepages/>
        </memoryBacking>
        <vcpu placement='static'>4</vcpu>
        <iothreads>1</iothreads>
        <cputune>
          <vcpupin vcpu='0' cpuset='0'/>
          <emulatorpin cpuset='8'/>
          <iothreadpin iothread='1' cpuset='8'/>
        </cputune>
        <numatune>
          <memory mode='strict' nodeset='0-1'/>
          <memnode cellid='0' mode='strict' nodeset='0'/>
          <memnode cellid='1' mode='strict' nodeset='1'/>
        </numatune>
        <cpu mode='host-passthrough'>
          <topology sockets='2' cores='2' threads='1'/>
          <numa>
            <cell id='0' cpus='0-1' memory='4194304'/>
            <cell id='1' cpus='2-3' memory='4' unit='GiB'/>
          </numa>
        </cpu>
        <devices>
          <disk type='file' device='disk'>
            <iothread id='1'/>
          </disk>
          <controller type='pci' index='1' model='pcie-expander-bus'>
            <target busNr='180'><node>1</node></target>
          </controller>
          <hostdev mode='subsystem' type='pci' managed='yes'>
            <source><address domain='0x0000' bus='0x41' slot='0x00' function='0x0'/></source>
            <address type='pci' domain='0x0000' bus='0x02' slot='0x00' function='0x0'/>
          </hostdev>
          <graphics type='vnc' listen='127.0.0.1'/>
          <graphics type='spice' listen='0.0.0.0' passwd='secret'/>
          <video><model type='qxl' ram='65536' vram='65536' vgamem='16384'/></video>
          <video><model type='vga' vram='16384'/></video>
          <memory model='dimm'>
            <target><size unit='GiB'>1</size><node>0</node></target>
          </memory>
          <memory model='virtio-pmem'>
            <target><size unit='GiB'>1</size></target>
          </memory>
        </devices>
      </domain>
      """;

  private static Linted changed(String from, String to) {
    assertThat(GUEST).contains(from);
    return Linted.of(TextKind.LIBVIRT, GUEST.replace(from, to));
  }

  @Test
  void aGuestWithoutMistakesHasNoFinding() {
    assertThat(Linted.of(TextKind.LIBVIRT, GUEST).codes()).isEmpty();
  }

  @Test
  void otherPeoplesGuestsHaveNoFindingButOpenConsoles() throws Exception {
    var codes = new TreeSet<String>();
    try (var files = Files.list(SharedData.folder("libvirt-domains"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".xml")).toList()) {
        Linted.of(TextKind.LIBVIRT, Files.readString(file)).codes().forEach(codes::add);
      }
    }

    assertThat(codes).isSubsetOf("I-14");
  }

  @Test
  void anElementAtTheWrongParentIsMoved() {
    var linted =
        changed(
            "<emulatorpin cpuset='8'/>",
            "<iothreadids>\n      <iothread id='1'/>\n    </iothreadids>");

    assertThat(linted.at("I-11")).isEqualTo("<iothreadids>");
    assertThat(linted.only("I-11").message()).contains("is in domain/cputune", "in domain only");
    assertThat(linted.correctedOf("I-11"))
        .contains("  </devices>\n  <iothreadids>\n")
        .doesNotContain("cpuset='0'/>\n    <iothreadids>");
  }

  @Test
  void theParentIsMadeWhereItIsMissing() {
    var linted =
        Linted.of(
            TextKind.LIBVIRT,
            "<domain>\n  <vcpu>1</vcpu>\n  <vcpupin vcpu='0' cpuset='1'/>\n</domain>");

    assertThat(linted.correctedOf("I-11"))
        .isEqualTo(
            "<domain>\n  <vcpu>1</vcpu>\n  <cputune><vcpupin vcpu='0' cpuset='1'/></cputune>\n</domain>");
  }

  @Test
  void whatStandsInAMisplacedElementMovesWithIt() {
    var linted =
        changed(
            "<topology sockets='2' cores='2' threads='1'/>",
            "<memtune><hard_limit>9</hard_limit></memtune>");

    assertThat(linted.codes()).containsExactly("I-11");
  }

  @Test
  void twoCpuElementsBecomeOne() {
    var linted =
        changed(
            "</cpu>", "</cpu>\n  <cpu check='none'>\n    <cache mode='passthrough'/>\n  </cpu>");

    assertThat(linted.only("I-11").message()).contains("<cpu> is in domain twice");
    assertThat(linted.correctedOf("I-11"))
        .contains("<cpu check='none' mode='host-passthrough'>")
        .contains("</numa>\n    <cache mode='passthrough'/>\n  </cpu>");
  }

  @Test
  void twoElementsThatContradictEachOtherAreLeftToThePerson() {
    var linted = changed("<iothreads>1", "<vcpu>8</vcpu>\n  <iothreads>1");

    assertThat(linted.only("I-11").correctable()).isFalse();
    assertThat(linted.only("I-11").message()).contains("contradict each other");
  }

  @Test
  void aMemoryDeviceOutsideOfDevicesIsMovedIn() {
    String device =
        "  <memory model='dimm'>\n    <target><size unit='GiB'>1</size><node>1</node></target>\n  </memory>\n";
    var linted = changed("</domain>\n", device + "</domain>\n");

    assertThat(linted.only("I-12").message()).contains("not in <devices>");
    assertThat(linted.correctedOf("I-12")).doesNotContain(device + "</domain>");
  }

  @Test
  void aMemoryDeviceNamesItsCellAndTheGuestMakesRoom() {
    var linted =
        Linted.of(
            TextKind.LIBVIRT,
            GUEST
                .replace("  <maxMemory slots='4' unit='GiB'>16</maxMemory>\n", "")
                .replace(
                    "<target><size unit='GiB'>1</size><node>0</node></target>",
                    "<target nodeset='1'><size unit='GiB'>1</size></target>"));

    assertThat(linted.only("I-12").message()).contains("<target nodeset>", "no room");
    assertThat(linted.correctedOf("I-12"))
        .contains("<target><size unit='GiB'>1</size>\n        <node>1</node>")
        .contains("<maxMemory slots='2' unit='KiB'>10485760</maxMemory>");
  }

  @Test
  void aMemoryDeviceWithoutSizeIsLeftToThePerson() {
    assertThat(changed("<size unit='GiB'>1</size><node>0</node>", "<node>0</node>").only("I-12"))
        .satisfies(finding -> assertThat(finding.correctable()).isFalse())
        .satisfies(finding -> assertThat(finding.message()).contains("no <target><size>"));
  }

  @ParameterizedTest
  @CsvSource({
    "virtio,ram",
    "virtio,vgamem",
    "virtio,vram",
    "vga,ram",
    "bochs,vgamem",
    "cirrus,vram64"
  })
  void memoryOfQxlIsTakenFromOtherVideo(String type, String attribute) {
    var linted = changed("type='vga' vram='16384'", "type='" + type + "' " + attribute + "='1024'");

    assertThat(linted.correctedOf("I-13")).contains("<model type='" + type + "'/>");
  }

  @Test
  void aConsoleForEverybodyIsBoundToThisMachineWhereverItSaysSo() {
    var linted =
        changed(
            "listen='127.0.0.1'/>",
            "listen='0.0.0.0'>\n      <listen type='address' address='0.0.0.0'/>\n    </graphics>");

    assertThat(linted.only("I-14").message()).contains("VNC", "2 consoles");
    assertThat(linted.correctedOf("I-14"))
        .contains("<graphics type='vnc' listen='127.0.0.1'>")
        .contains("address='127.0.0.1'");
  }

  @Test
  void bytesTakenForKibAreDivided() {
    var linted = changed("memory='4194304'", "memory='4294967296'");

    assertThat(linted.only("N-06").message()).contains("4,096 GiB", "4,096 MiB");
    assertThat(linted.correctedOf("N-06")).isEqualTo(GUEST);
  }

  @Test
  void cellsWithoutNodesGetOneEachWhereNothingIsPinned() {
    String loose = GUEST.replaceAll("(?m)^ *<(memnode|vcpupin).*\n", "");

    assertThat(Linted.of(TextKind.LIBVIRT, loose).correctedOf("N-03"))
        .contains("<memnode cellid='0' mode='strict' nodeset='0'/>\n")
        .contains("<memnode cellid='1' mode='strict' nodeset='1'/>\n");
  }

  @Test
  void cellsOfPinnedVcpusAreLeftToWhoKnowsTheHost() {
    String loose = GUEST.replaceAll("(?m)^ *<memnode.*\n", "");

    assertThat(Linted.of(TextKind.LIBVIRT, loose).only("N-03").correctable()).isFalse();
  }

  @Test
  void aPassedThroughDeviceNeedsABusOnACell() {
    assertThat(
            changed("<node>1</node></target>\n    </controller>", "</target>\n    </controller>")
                .codes())
        .containsExactly("D-02");
  }

  @Test
  void twoDevicesAtOneGuestAddressCollide() {
    var linted =
        changed(
            "<graphics type='vnc'",
            "<interface type='bridge'><address type='pci' domain='0x0' bus='0x02' slot='0x0' function='0x0'/></interface>\n    <graphics type='vnc'");

    assertThat(linted.only("D-10").message()).contains("given to 2 devices");
    assertThat(linted.correctedOf("D-10")).doesNotContain("bus='0x02' slot='0x00'");
  }

  @Test
  void partsOfADomainAreUnderstoodWithoutIt() {
    var linted =
        Linted.of(
            TextKind.LIBVIRT,
            "<cputune>\n  <vcpupin vcpu='0' cpuset='1'/>\n  <iothreadids/>\n</cputune>\n<cpu/>\n");

    assertThat(linted.at("I-11")).isEqualTo("<iothreadids/>");
    assertThat(linted.correctedOf("I-11")).startsWith("<cputune>\n").contains("<iothreadids/>");
  }

  @Test
  void anotherXmlAndABrokenOneAreRefused() {
    assertThatThrownBy(() -> Lint.examine("x.xml", "<network/>", TextKind.LIBVIRT))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("this is a <network>");
    assertThatThrownBy(() -> Lint.examine("x.xml", "<domain>\n<cpu>\n</domain>", TextKind.LIBVIRT))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("line 3");
  }
}
