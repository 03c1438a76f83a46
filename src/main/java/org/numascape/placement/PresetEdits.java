package org.numascape.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.design.BackingEdit;
import org.numascape.design.CpuEdit;
import org.numascape.design.DeviceEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.IoThreadEdit;
import org.numascape.design.MemoryEdit;
import org.numascape.design.PlatformEdit;
import org.numascape.design.TuneEdit;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.NumaTune;
import org.numascape.domain.Scheduling;
import org.numascape.topology.CpuSet;

/// The edits that presets are made of.
///
/// Sources: libvirt's and SUSE's and Red Hat's guides for pinned and real-time guests; what each
/// does is in the `Preset`.
final class PresetEdits {
  private final Analysis facts;
  private final Guest guest;
  private final DomainId id;
  private final Target area;
  private final List<Edit> edits = new ArrayList<>();
  private final List<PillLine> lines = new ArrayList<>();

  PresetEdits(Analysis facts, Guest guest, Target area) {
    this.facts = facts;
    this.guest = guest;
    this.id = guest.id();
    this.area = area;
  }

  PresetPlan of(Preset preset) {
    switch (preset) {
      case DEDICATED -> own(ThreadPolicy.SIBLINGS_TOGETHER);
      case ONE_THREAD_PER_CORE -> {
        own(ThreadPolicy.ISOLATE);
        threads(1);
      }
      case WHOLE_CORES -> wholeCores();
      case SHARED_POOL -> pool();
      case REAL_TIME -> realTime();
      case LATENCY -> latency();
      case THROUGHPUT -> throughput();
      case FOLLOW_HOST -> {
        return new HostShape(facts.host(), guest).plan();
      }
      case RELAX -> relax();
    }
    return PresetPlan.of(edits, lines);
  }

  /// A CPU for each vCPU, memory beside, other threads off them.
  private static DropWay kept(ThreadPolicy policy) {
    return DropWay.spreading(SpreadPolicy.of(policy)).keepingCells();
  }

  private void own(ThreadPolicy policy) {
    var plan = GuestPlan.of(facts, id, area, kept(policy));
    edits.add(new VcpuEdit.SetPlacement(id, false));
    edits.add(new VcpuEdit.SetCpuset(id, Optional.empty()));
    edits.addAll(plan.edits());
    lines.addAll(plan.lines());
    aside(plan.landing().pins().values().stream().reduce(CpuSet.EMPTY, CpuSet::or));
  }

  private void aside(CpuSet own) {
    var others = Aside.of(facts, own);
    if (others.isEmpty()) {
      lines.add(new PillLine(Tone.CAUTION, "no CPU is left for its emulator threads"));
      return;
    }
    edits.add(new Edit.PinEmulator(id, others));
    guest
        .wanted()
        .ioThreads()
        .forEach(thread -> edits.add(new Edit.PinIoThread(id, thread.id(), others)));
  }

  private void wholeCores() {
    own(ThreadPolicy.SIBLINGS_TOGETHER);
    int threads =
        area.cpus().first().stream()
            .map(cpu -> facts.host().siblings(cpu).size())
            .findFirst()
            .orElse(1);
    int vcpus = guest.wanted().vcpus().maximum();
    if (vcpus % threads == 0) {
      threads(threads);
    } else {
      lines.add(
          new PillLine(
              Tone.CAUTION, vcpus + " vCPUs do not fill whole cores of " + threads + " threads"));
    }
  }

  /// The guest told of that many threads a core; sockets and dies stay where that comes out.
  private void threads(int threads) {
    int vcpus = guest.wanted().vcpus().maximum();
    var old = guest.wanted().topology();
    int cores = vcpus / threads;
    int sockets = old.map(CpuTopology::sockets).filter(s -> cores % s == 0).orElse(1);
    boolean eachOne = old.filter(t -> t.sockets() == vcpus).isPresent();
    int kept = eachOne ? 1 : sockets;
    edits.add(
        new CpuEdit.SetTopology(
            id, Optional.of(new CpuTopology(kept, 1, 1, cores / kept, threads))));
  }

  private void pool() {
    var pool = SharedPool.of(facts, id, area.cpus());
    if (pool.isEmpty()) {
      lines.add(new PillLine(Tone.BAD, "every CPU there is kept or another guest's own"));
      return;
    }
    unpin();
    edits.add(new VcpuEdit.SetPlacement(id, false));
    edits.add(new VcpuEdit.SetCpuset(id, Optional.of(pool)));
    lines.add(new PillLine(Tone.GOOD, "floats over " + pool.size() + " CPUs"));
  }

  private void unpin() {
    edits.add(new Edit.UnpinVcpus(id, CpuSet.range(0, guest.wanted().vcpus().maximum() - 1)));
    edits.add(new Edit.PinEmulator(id, Optional.empty()));
    guest
        .wanted()
        .ioThreads()
        .forEach(thread -> edits.add(new Edit.PinIoThread(id, thread.id(), Optional.empty())));
  }

  private void realTime() {
    own(ThreadPolicy.ISOLATE);
    threads(1);
    hugePages();
    edits.add(
        new TuneEdit.ScheduleVcpus(
            id,
            CpuSet.range(0, guest.wanted().vcpus().maximum() - 1),
            Optional.of(Scheduling.fifo(1))));
    edits.add(new BackingEdit.SetLocked(id, true));
    edits.add(new BackingEdit.SetMerging(id, false));
    edits.add(new PlatformEdit.SetPmu(id, Optional.of(false)));
    edits.add(new PlatformEdit.SetBalloon(id, "none"));
    hostCpu();
  }

  private void latency() {
    wholeCores();
    hugePages();
    edits.add(new BackingEdit.SetMerging(id, false));
    hostCpu();
  }

  private void hostCpu() {
    edits.add(new CpuEdit.SetMode(id, Optional.of(CpuMode.HOST_PASSTHROUGH), Optional.empty()));
    edits.add(new CpuEdit.SetCache(id, Optional.of(CpuCache.PASSTHROUGH)));
  }

  private void hugePages() {
    var size = HugePageChoice.of(facts.host(), guest.wanted());
    if (size.isEmpty()) {
      lines.add(new PillLine(Tone.CAUTION, "no huge page of the host divides its memory"));
    }
    size.ifPresent(pages -> edits.add(new Edit.SetPages(id, Optional.of(pages))));
  }

  /// Each vCPU over all CPUs of the node where it would have one.
  private void throughput() {
    var plan = GuestPlan.of(facts, id, area, kept(ThreadPolicy.SIBLINGS_TOGETHER));
    var host = facts.host();
    var wide = new TreeMap<Integer, CpuSet>();
    plan.landing()
        .pins()
        .forEach((vcpu, cpus) -> {
          var node = host.nodesOf(cpus).stream().mapToObj(host::cpusOf).reduce(cpus, CpuSet::or);
          var usable =
              node.and(area.cpus()).and(host.usableCpus()).minus(facts.design().keptCpus());
          wide.put(vcpu.vcpu(), usable.isEmpty() ? cpus : usable);
        });
    edits.add(new VcpuEdit.SetPlacement(id, false));
    plan.edits().stream().filter(edit -> !(edit instanceof Edit.PinVcpus)).forEach(edits::add);
    edits.add(new Edit.PinVcpus(id, wide));
    lines.addAll(plan.lines());
    hugePages();
    serveDisks();
  }

  /// One I/O thread for its virtio disks where it has none.
  private void serveDisks() {
    var disks =
        guest.wanted().hardware().disks().stream()
            .filter(disk -> disk.bus().equals("virtio") && disk.ioThreads().isEmpty())
            .toList();
    if (disks.isEmpty() || !guest.wanted().ioThreads().isEmpty()) {
      return;
    }
    edits.add(new IoThreadEdit.AddIoThread(id, 1));
    disks.forEach(disk -> edits.add(new IoThreadEdit.ServeDisk(id, disk.target(), List.of(1))));
  }

  private void relax() {
    unpin();
    edits.add(new VcpuEdit.SetPlacement(id, false));
    edits.add(new VcpuEdit.SetCpuset(id, Optional.empty()));
    edits.add(new MemoryEdit.SetNumaTune(id, NumaTune.NONE));
    boolean host =
        guest
            .wanted()
            .cpu()
            .mode()
            .filter(mode -> mode == CpuMode.HOST_PASSTHROUGH || mode == CpuMode.MAXIMUM)
            .isPresent();
    if (host) {
      edits.add(new CpuEdit.SetMode(id, Optional.of(CpuMode.HOST_MODEL), Optional.empty()));
    }
    var devices = guest.wanted().hardware().memoryDevices();
    for (int at = 0; at < devices.size(); at++) {
      edits.add(
          new DeviceEdit.ChangeMemory(
              id, at, devices.get(at).withSource(Optional.empty(), devices.get(at).pages())));
    }
    if (!guest.wanted().devices().isEmpty()) {
      lines.add(
          new PillLine(Tone.BAD, "its host devices keep it from migrating; take them out first"));
    }
  }
}
