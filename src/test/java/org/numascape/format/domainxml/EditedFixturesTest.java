package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.design.BackingEdit;
import org.numascape.design.CellEdit;
import org.numascape.design.CpuEdit;
import org.numascape.design.DeviceEdit;
import org.numascape.design.DomainId;
import org.numascape.design.GuestEdit;
import org.numascape.design.IoThreadEdit;
import org.numascape.design.MemoryEdit;
import org.numascape.design.PlatformEdit;
import org.numascape.design.TuneEdit;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.AllocationText;
import org.numascape.domain.Allocations;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.Controller;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.HostDevice;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryDevice;
import org.numascape.domain.MemorySource;
import org.numascape.domain.PciSlot;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadPool;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// What single edits do to a text somebody wrote by hand, with its quotes, order and comments.
final class EditedFixturesTest {

  private static final DomainId ID = new DomainId("db");

  private static final String HAND_MADE =
      """
      <domain xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0" type="kvm">
        <name>db</name> <!-- the big one -->
        <memory unit="GiB">8</memory>
        <vcpu placement="static"
              current="2"><!-- four later -->4</vcpu>
        <os><type machine="q35" arch="x86_64">hvm</type></os>
        <cpu check="none" mode="host-model">
          <numa>
            <cell memory="4" unit="GiB" cpus="0-1" id="0"/>
            <cell memory="4" unit="GiB" cpus="2-3" id="1"/>
          </numa>
        </cpu>
        <devices>
          <disk type="file" device="disk">
            <source file="/a &amp; b"/>
            <target dev="vda" bus="virtio"/>
          </disk>
          <hostdev mode="subsystem" type="pci" managed="yes">
            <source><address domain="0x0000" bus="0x3b" slot="0x00" function="0x0"/></source>
          </hostdev>
        </devices>
        <qemu:commandline><qemu:arg value="-x"/></qemu:commandline>
      </domain>
      """;

  private static String after(GuestEdit... edits) throws Exception {
    var wanted = DomainReader.read("db", HAND_MADE);
    for (var edit : edits) {
      wanted = edit.changed(wanted);
    }
    String text = DomainWriter.write(HAND_MADE, wanted);
    assertThat(DomainReader.read("db", text)).isEqualTo(wanted);
    return text;
  }

  /// The lines that are new or other, without indentation.
  private static List<String> fresh(String text) {
    var old = HAND_MADE.lines().toList();
    return text.lines().filter(line -> !old.contains(line)).map(String::strip).toList();
  }

  @Test
  void aCountChangesInPlaceBesideItsComment() throws Exception {
    String text = after(new VcpuEdit.SetCount(ID, 6, 6));

    assertThat(text)
        .contains("<vcpu placement=\"static\"><!-- four later -->6</vcpu>")
        .contains("<cell memory=\"4\" unit=\"GiB\" cpus=\"2-5\" id=\"1\"/>");
  }

  @Test
  void aSizeKeepsItsUnitWhereThatComesOut() throws Exception {
    String whole = after(new CellEdit.Resize(ID, 1, 8 * 1_048_576L));
    String broken = after(new CellEdit.Resize(ID, 1, 4 * 1_048_576L + 1024));

    assertThat(fresh(whole))
        .containsExactly(
            "<memory unit=\"GiB\">12</memory>",
            "<cell memory=\"8\" unit=\"GiB\" cpus=\"2-3\" id=\"1\"/>");
    assertThat(fresh(broken))
        .containsExactly(
            "<memory unit=\"KiB\">8389632</memory>",
            "<cell memory=\"4195328\" unit=\"KiB\" cpus=\"2-3\" id=\"1\"/>");
  }

  @Test
  void aNewCellLooksLikeItsNeighbours() throws Exception {
    String text = after(new CellEdit.Split(ID, 1, 2));

    assertThat(fresh(text))
        .containsExactly(
            "<cell memory=\"2\" unit=\"GiB\" cpus=\"2\" id=\"1\"/>",
            "<cell id=\"2\" cpus=\"3\" memory=\"2097152\" unit=\"KiB\"/>");
    assertThat(text).contains("\n      <cell id=\"2\"");
  }

  @Test
  void theCpusOwnAttributesStayWhenItsModeChanges() throws Exception {
    String text =
        after(
            new CpuEdit.SetMode(ID, Optional.of(CpuMode.HOST_PASSTHROUGH), Optional.empty()),
            new CpuEdit.SetCache(ID, Optional.of(CpuCache.PASSTHROUGH)));

    assertThat(fresh(text))
        .containsExactly(
            "<cpu check=\"none\" mode=\"host-passthrough\">", "<cache mode=\"passthrough\"/>");
  }

  @Test
  void threadsAreTunedInLibvirtsOrder() throws Exception {
    String text =
        after(
            new TuneEdit.ScheduleVcpus(ID, CpuSet.range(0, 3), Optional.of(Scheduling.fifo(1))),
            new TuneEdit.SetShares(ID, OptionalLong.of(2048)),
            new TuneEdit.SetBandwidth(
                ID,
                Bandwidth.Scope.EMULATOR,
                new Bandwidth(OptionalLong.of(100_000), OptionalLong.of(50_000))));

    assertThat(fresh(text))
        .containsExactly(
            "<cputune>",
            "<shares>2048</shares>",
            "<emulator_period>100000</emulator_period>",
            "<emulator_quota>50000</emulator_quota>",
            "<vcpusched vcpus=\"0-3\" scheduler=\"fifo\" priority=\"1\"/>",
            "</cputune>");
  }

  @Test
  void anIoThreadServesADiskThatHadNoDriver() throws Exception {
    String text =
        after(
            new IoThreadEdit.AddIoThread(ID, 1),
            new IoThreadEdit.SetPool(ID, 1, new ThreadPool(OptionalInt.of(0), OptionalInt.of(16))),
            new IoThreadEdit.ServeDisk(ID, "vda", List.of(1)));

    assertThat(fresh(text))
        .containsExactly(
            "<iothreads>1</iothreads>",
            "<iothreadids>",
            "<iothread id=\"1\" thread_pool_min=\"0\" thread_pool_max=\"16\"/>",
            "</iothreadids>",
            "<driver name=\"qemu\" iothread=\"1\"/>");
  }

  @Test
  void memoryIsHeldAsSaid() throws Exception {
    String text =
        after(
            new BackingEdit.SetSource(ID, Optional.of(MemorySource.MEMFD)),
            new BackingEdit.SetAccess(ID, Optional.of(MemoryAccess.SHARED)),
            new BackingEdit.SetAllocation(
                ID,
                Optional.of(
                    new MemoryAllocation(
                        Optional.of(MemoryAllocation.Mode.IMMEDIATE), OptionalInt.of(8)))),
            new BackingEdit.SetLocked(ID, true),
            new MemoryEdit.SetLimits(
                ID,
                org.numascape.domain.MemoryTune.NONE.withHardLimit(OptionalLong.of(9_437_184))));

    assertThat(fresh(text))
        .containsExactly(
            "<memtune>",
            "<hard_limit unit=\"KiB\">9437184</hard_limit>",
            "</memtune>",
            "<memoryBacking>",
            "<locked/>",
            "<source type=\"memfd\"/>",
            "<access mode=\"shared\"/>",
            "<allocation mode=\"immediate\" threads=\"8\"/>",
            "</memoryBacking>");
  }

  @Test
  void memoryThatIsPluggedInComesLastAndIsCounted() throws Exception {
    var device =
        new MemoryDevice(
            "virtio-mem",
            4_194_304,
            OptionalInt.of(1),
            Optional.of(NodeSet.of(1)),
            Optional.of(PageSize.TWO_MIB),
            Optional.empty(),
            OptionalLong.of(2048),
            OptionalLong.of(0),
            Optional.empty(),
            Optional.empty());

    String text = after(new DeviceEdit.AddMemory(ID, device));

    assertThat(fresh(text))
        .containsExactly(
            "<maxMemory slots=\"1\" unit=\"KiB\">12582912</maxMemory>",
            "<memory unit=\"GiB\">12</memory>",
            "<memory model=\"virtio-mem\">",
            "<source>",
            "<pagesize unit=\"KiB\">2048</pagesize>",
            "<nodemask>1</nodemask>",
            "</source>",
            "<target>",
            "<size unit=\"KiB\">4194304</size>",
            "<node>1</node>",
            "<block unit=\"KiB\">2048</block>",
            "<requested unit=\"KiB\">0</requested>",
            "</target>",
            "</memory>");
  }

  @Test
  void aDeviceGetsItsBusAndItsPlaceOnIt() throws Exception {
    var expander =
        new Controller(
            "pci",
            OptionalInt.of(1),
            "pcie-expander-bus",
            Optional.empty(),
            OptionalInt.of(1),
            OptionalInt.of(253),
            OptionalInt.empty());
    var port =
        new Controller(
            "pci",
            OptionalInt.of(2),
            "pcie-root-port",
            Optional.of(PciSlot.first(1)),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());

    String text =
        after(
            new DeviceEdit.AddController(ID, expander),
            new DeviceEdit.AddController(ID, port),
            new DeviceEdit.PlaceDevice(ID, "0000:3b:00.0", Optional.of(PciSlot.first(2))));

    assertThat(fresh(text))
        .containsExactly(
            "<controller type=\"pci\" index=\"1\" model=\"pcie-expander-bus\">",
            "<target busNr=\"253\">",
            "<node>1</node>",
            "</target>",
            "</controller>",
            "<controller type=\"pci\" index=\"2\" model=\"pcie-root-port\">",
            "<address type=\"pci\" domain=\"0x0000\" bus=\"0x01\" slot=\"0x00\" function=\"0x0\"/>",
            "</controller>",
            "<address type=\"pci\" domain=\"0x0000\" bus=\"0x02\" slot=\"0x00\" function=\"0x0\"/>");
  }

  @Test
  void cacheAndBandwidthAllocationsStayWhateverElseIsTuned() throws Exception {
    String allocations =
        """
          <cputune>
            <cachetune vcpus="0-1"><cache id="0" level="3" type="both" size="3" unit="MiB"/>
              <monitor level="3" vcpus="0"/></cachetune>
            <memorytune vcpus="0-3"><node id="0" bandwidth="60"/></memorytune>
          </cputune>
        """;
    String xml = HAND_MADE.replace("  <os>", allocations + "  <os>");
    var wanted = DomainReader.read("db", xml);

    for (var edit :
        List.of(
            new TuneEdit.SetShares(ID, OptionalLong.of(1024)),
            new TuneEdit.ScheduleVcpus(ID, CpuSet.of(0), Optional.of(Scheduling.fifo(1))),
            new VcpuEdit.SetCount(ID, 2, 2),
            new TuneEdit.ScheduleVcpus(ID, CpuSet.of(0), Optional.empty()),
            new TuneEdit.SetShares(ID, OptionalLong.empty()))) {
      wanted = edit.changed(wanted);

      assertThat(DomainWriter.write(xml, wanted))
          .contains(
              allocations.substring(
                  allocations.indexOf("<cachetune"), allocations.indexOf("  </cputune>")));
    }
  }

  @Test
  void sharesOfACacheChangeInPlaceAndMonitorsStay() throws Exception {
    String xml =
        HAND_MADE.replace(
            "  <os>",
            "  <cputune><cachetune vcpus='0-1'><cache id='0' level='3' type='both' size='3'"
                + " unit='MiB'/><monitor level='3' vcpus='0'/></cachetune></cputune>\n  <os>");
    var domain = DomainReader.read("db", xml);

    var wanted =
        new TuneEdit.Allocate(
                ID,
                new Allocations(
                    AllocationText.parseCaches("0-1=L3.0:4 MiB, L3.1:2 MiB; 2-3=L3.0.code:1 MiB"),
                    AllocationText.parseBandwidths("0-1=0:60, 1:40")))
            .changed(domain);
    String text = DomainWriter.write(xml, wanted);
    String none =
        DomainWriter.write(xml, new TuneEdit.Allocate(ID, Allocations.NONE).changed(domain));

    assertThat(text)
        .contains("<cache id='0' level='3' type='both' size='4096' unit='KiB'/>")
        .contains("<cache id='1' level='3' type='both' size='2048' unit='KiB'/><monitor")
        .contains("<cachetune vcpus='2-3'><cache id='0' level='3' type='code'")
        .contains(
            "<memorytune vcpus='0-1'><node id='0' bandwidth='60'/><node id='1' bandwidth='40'/>");
    assertThat(DomainReader.read("db", text)).isEqualTo(wanted);
    assertThat(none).doesNotContain("cputune");
  }

  @Test
  void aHostDeviceIsHandedOverBehindTheOthers() throws Exception {
    var nic =
        new HostDevice(
            "0000:5e:00.1",
            HostDevice.Form.HOSTDEV,
            Optional.of(PciSlot.first(2)),
            true,
            Optional.of("vfio"));

    String text = after(new DeviceEdit.AddHostDevice(ID, nic));

    assertThat(fresh(text))
        .containsExactly(
            "<driver name=\"vfio\"/>",
            "<source>",
            "<address domain=\"0x0000\" bus=\"0x5e\" slot=\"0x00\" function=\"0x1\"/>",
            "</source>",
            "<address type=\"pci\" domain=\"0x0000\" bus=\"0x02\" slot=\"0x00\" function=\"0x0\"/>");
    assertThat(text.indexOf("0x5e")).isGreaterThan(text.indexOf("0x3b"));
  }

  @Test
  void aHostDeviceThatGoesTakesItsLinesAlongAndNothingElse() throws Exception {
    String text = after(new DeviceEdit.RemoveHostDevice(ID, "0000:3b:00.0"));

    assertThat(fresh(text)).isEmpty();
    assertThat(text).doesNotContain("hostdev").contains("<target dev=\"vda\" bus=\"virtio\"/>");
    assertThat(HAND_MADE.lines().count() - text.lines().count()).isEqualTo(3);
  }

  @Test
  void howADeviceIsHandedOverChangesInItsElement() throws Exception {
    String text = after(new DeviceEdit.HandOver(ID, "0000:3b:00.0", false, Optional.of("vfio")));

    assertThat(fresh(text))
        .containsExactly(
            "<hostdev mode=\"subsystem\" type=\"pci\" managed=\"no\">", "<driver name=\"vfio\"/>");
  }

  @Test
  void whatAnElementSaysOfItsDriverBesideTheNameStays() throws Exception {
    String xml =
        HAND_MADE.replace(
            "managed=\"yes\">", "managed=\"yes\"><driver name=\"vfio\" model=\"mlx5_vfio_pci\"/>");
    var domain = DomainReader.read("db", xml);

    String text =
        DomainWriter.write(
            xml,
            new DeviceEdit.HandOver(ID, "0000:3b:00.0", true, Optional.empty()).changed(domain));

    assertThat(text).contains("<driver model=\"mlx5_vfio_pci\"/>");
  }

  @Test
  void aDeviceThatCameWithAnInterfaceKeepsItsMacAddressWhileOthersComeAndGo() throws Exception {
    String nic =
        "<interface type='hostdev'><mac address='52:54:00:00:00:07'/><source><address type='pci'"
            + " domain='0' bus='0xaf' slot='0' function='0'/></source></interface>";
    String xml = HAND_MADE.replace("</devices>", nic + "</devices>");
    var domain = DomainReader.read("db", xml);

    var other = new HostDevice("0000:5e:00.1");
    var changed =
        new DeviceEdit.AddHostDevice(ID, other)
            .changed(new DeviceEdit.RemoveHostDevice(ID, "0000:3b:00.0").changed(domain));
    String text = DomainWriter.write(xml, changed);

    assertThat(text).contains(nic).doesNotContain("0x3b").contains("0x5e");
    assertThat(DomainReader.read("db", text)).isEqualTo(changed);
  }

  @Test
  void whatIsDoneAndUndoneLeavesNoTrace() throws Exception {
    String text =
        after(
            new PlatformEdit.SetPmu(ID, Optional.of(false)),
            new PlatformEdit.SetPmu(ID, Optional.empty()),
            new CellEdit.Split(ID, 0, 2),
            new CellEdit.Merge(ID, CpuSet.of(0, 1)));

    assertThat(text).isEqualTo(HAND_MADE);
  }

  @Test
  void aDuplicateHasItsOwnNameUuidAndAddresses() throws Exception {
    String text =
        HAND_MADE.replace(
            "</devices>",
            "<interface type=\"network\"><mac address=\"52:54:00:00:00:01\"/><source network=\"n\"/></interface></devices>");
    var guest =
        org.numascape.design.Guest.read(
            DomainReader.read("db", text), text, org.numascape.domain.DomainState.FILE, 0);

    var copy = GuestTemplate.like(guest, "db-2", "00000000-0000-0000-0000-0000000000b2", 1);

    assertThat(copy.name()).isEqualTo("db-2");
    assertThat(copy.stored().uuid()).contains("00000000-0000-0000-0000-0000000000b2");
    assertThat(copy.xml()).doesNotContain("52:54:00").contains("<qemu:arg value=\"-x\"/>");
    assertThat(copy.stored().cells()).isEqualTo(guest.stored().cells());
  }

  @Test
  void aNewGuestReadsBackAsAskedFor() {
    var guest =
        GuestTemplate.fresh("a & b", "00000000-0000-0000-0000-0000000000a1", 4, 4_194_304, 0);

    assertThat(guest.name()).isEqualTo("a & b");
    assertThat(guest.stored().vcpus().maximum()).isEqualTo(4);
    assertThat(guest.stored().memoryKib()).isEqualTo(4_194_304);
    assertThat(guest.stored().hardware().platform().pciExpress()).isTrue();
  }
}
