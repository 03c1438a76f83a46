package org.numascape.format.domainxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.Libvirtd.virsh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.numascape.Hosts;
import org.numascape.Libvirtd;
import org.numascape.design.BackingEdit;
import org.numascape.design.CellEdit;
import org.numascape.design.CpuEdit;
import org.numascape.design.Design;
import org.numascape.design.DeviceEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.GuestEdit;
import org.numascape.design.History;
import org.numascape.design.HostSource;
import org.numascape.design.IoThreadEdit;
import org.numascape.design.MemoryEdit;
import org.numascape.design.RandomEdits;
import org.numascape.design.TuneEdit;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.Aspect;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.Controller;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.HostDevice;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryBacking.Page;
import org.numascape.domain.MemoryDevice;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.MemorySource;
import org.numascape.domain.MemoryTune;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PciSlot;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadPool;
import org.numascape.domain.Vcpus;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// Edited domains on a real libvirtd: it takes them with validation, and what it then says they are
/// is what was wanted. Nothing is started, and distances are right: libvirt 9.0 dies of others.
@Tag("libvirtd")
@Timeout(120)
final class EditedDomainOnLibvirtdTest {

  private static final long SEED = Long.getLong("numascape.seed", 4);

  private final String uuid = UUID.randomUUID().toString();
  private final DomainId id = new DomainId(uuid);

  @TempDir private Path folder;

  @BeforeEach
  void open() throws Exception {
    Libvirtd.open().close();
  }

  @AfterEach
  void cleanUp() throws Exception {
    Libvirtd.remove(uuid);
  }

  @Test
  void whatIsEditedStepByStepIsTakenAndMeansTheSame() throws Exception {
    String xml = emulated();
    var wanted = DomainReader.read("it", xml);
    for (var edit : edits()) {
      wanted = edit.changed(wanted);
      var file = Files.writeString(folder.resolve("it.xml"), DomainWriter.write(xml, wanted));

      virsh("define", "--validate", file.toString());

      var found = DomainReader.read("it", virsh("dumpxml", "--inactive", uuid));
      assertThat(different(wanted, found)).as(edit.toString()).isEmpty();
    }
  }

  /// Many random designs contradict themselves and are refused; none may be refused by the schema,
  /// and one that is taken has to mean what was wanted.
  @Test
  void whatLibvirtTakesOfRandomEditsMeansTheSame() throws Exception {
    String xml = emulated();
    var guest = Guest.read(DomainReader.read("it", xml), xml, DomainState.FILE, 0);
    var history =
        History.startingAt(
            Design.of("d", Hosts.twoSockets(), new HostSource.Sample("x"), List.of(guest)));
    var edits = new RandomEdits(SEED);
    int taken = 0;
    for (int step = 0; step < 60; step++) {
      var now = history.present().guests().getFirst();
      var edit = edits.next(now);
      var next = history.after(edit);
      var wanted = next.present().guests().getFirst().wanted();
      var file = Files.writeString(folder.resolve("it.xml"), DomainWriter.write(xml, wanted));

      String said = Libvirtd.said("define", "--validate", file.toString());

      assertThat(said).as("seed " + SEED + ", " + edit).doesNotContain("against schema");
      if (said.startsWith("error:")) {
        continue;
      }
      taken++;
      history = next;
      var found = DomainReader.read("it", virsh("dumpxml", "--inactive", uuid));
      assertThat(different(wanted, found)).as("seed " + SEED + ", " + edit).isEmpty();
    }
    assertThat(taken).as("designs that libvirt took").isGreaterThan(20);
  }

  private String emulated() {
    return GuestTemplate.fresh("numascape-edit-" + uuid.substring(0, 8), uuid, 8, 8_388_608, 0)
        .xml()
        .replace("type='kvm'", "type='qemu'")
        .replace("<cpu mode='host-passthrough'>", "<cpu mode='custom'><model>qemu64</model>");
  }

  /// libvirt makes one class a vCPU, and adds buses; all else has to be the same.
  private static List<Aspect> different(Domain wanted, Domain found) {
    var different = new ArrayList<Aspect>();
    for (var aspect : Aspect.values()) {
      boolean same =
          switch (aspect) {
            case VCPUS -> byNumad(wanted).equals(byNumad(found));
            case MEMORY -> said(wanted).equals(said(found));
            case SCHEDULING -> realTime(wanted).equals(realTime(found));
            case DEVICES -> found.hardware().controllers().containsAll(placed(wanted));
            default -> aspect.same(wanted, found);
          };
      if (!same) {
        different.add(aspect);
      }
    }
    return different;
  }

  /// libvirt says it too where numad places vCPUs because it places memory.
  private static Vcpus byNumad(Domain domain) {
    return domain.vcpus().withAutomatic(domain.placedByNumad());
  }

  /// libvirt says what a guest starts with, even where that is all it has.
  private static Memory said(Domain domain) {
    var memory = domain.memory().withBacking(MemoryBacking.NORMAL);
    long current = Math.min(memory.currentKib().orElse(Long.MAX_VALUE), domain.totalKib());
    return memory.withCurrentKib(OptionalLong.of(current));
  }

  private static CpuSet realTime(Domain domain) {
    return domain.schedulers().stream()
        .filter(one -> one.realTime())
        .map(one -> one.threads())
        .reduce(CpuSet.EMPTY, CpuSet::or);
  }

  private static List<Controller> placed(Domain domain) {
    return domain.hardware().controllers().stream()
        .filter(bus -> bus.address().isPresent())
        .toList();
  }

  private List<GuestEdit> edits() {
    var dimm =
        new MemoryDevice(
            "dimm",
            524_288,
            OptionalInt.of(1),
            Optional.of(NodeSet.of(0)),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());
    var strict = new MemoryBinding(MemoryMode.STRICT, NodeSet.of(0));
    return List.of(
        new CellEdit.Split(id, 0, 2),
        new CellEdit.Split(id, 1, 2),
        new CellEdit.Merge(id, CpuSet.of(1, 2)),
        new CellEdit.SetDistances(id, Map.of(0, Map.of(0, 10, 1, 21), 1, Map.of(0, 21, 1, 10))),
        new CpuEdit.SetTopology(id, Optional.of(new CpuTopology(2, 1, 1, 2, 2))),
        new IoThreadEdit.AddIoThread(id, 1),
        new IoThreadEdit.AddIoThread(id, 4),
        new IoThreadEdit.SetPool(id, 4, new ThreadPool(OptionalInt.of(1), OptionalInt.of(8))),
        new IoThreadEdit.SetMainLoop(id, new ThreadPool(OptionalInt.of(0), OptionalInt.of(4))),
        new TuneEdit.ScheduleVcpus(id, CpuSet.range(0, 3), Optional.of(Scheduling.fifo(1))),
        new TuneEdit.ScheduleEmulator(id, Optional.of(Scheduling.fifo(1))),
        new TuneEdit.SetShares(id, OptionalLong.of(2048)),
        new TuneEdit.SetBandwidth(
            id,
            Bandwidth.Scope.GLOBAL,
            new Bandwidth(OptionalLong.of(100_000), OptionalLong.of(50_000))),
        new MemoryEdit.SetNumaTune(
            id, new NumaTune(Optional.of(strict), false, Map.of(0, strict, 1, strict))),
        new BackingEdit.SetPageSizes(
            id,
            List.of(
                new Page(PageSize.ONE_GIB, Optional.of(CpuSet.of(0))),
                new Page(PageSize.TWO_MIB, Optional.empty()))),
        new BackingEdit.SetSource(id, Optional.of(MemorySource.MEMFD)),
        new BackingEdit.SetAccess(id, Optional.of(MemoryAccess.SHARED)),
        new BackingEdit.SetLocked(id, true),
        new BackingEdit.SetMerging(id, false),
        new MemoryEdit.SetLimits(id, MemoryTune.NONE.withHardLimit(OptionalLong.of(16_777_216))),
        new DeviceEdit.AddMemory(id, dimm),
        new DeviceEdit.AddController(
            id,
            new Controller(
                "pci",
                OptionalInt.of(20),
                "pcie-expander-bus",
                Optional.of(new PciSlot(0, 0, 9, 0)),
                OptionalInt.of(1),
                OptionalInt.of(200),
                OptionalInt.empty())),
        new DeviceEdit.AddController(
            id,
            new Controller(
                "pci",
                OptionalInt.of(21),
                "pcie-root-port",
                Optional.of(PciSlot.first(20)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty())),
        new DeviceEdit.AddHostDevice(
            id,
            new HostDevice(
                "0000:3b:00.0",
                HostDevice.Form.HOSTDEV,
                Optional.of(PciSlot.first(21)),
                true,
                Optional.of("vfio"))),
        new DeviceEdit.AddHostDevice(id, new HostDevice("0000:5e:00.1")),
        new DeviceEdit.HandOver(id, "0000:5e:00.1", false, Optional.empty()),
        new DeviceEdit.RemoveHostDevice(id, "0000:3b:00.0"),
        new VcpuEdit.SetCount(id, 16, 8),
        new CellEdit.Equalise(id),
        new CellEdit.Resize(id, 0, 6_291_456));
  }
}
