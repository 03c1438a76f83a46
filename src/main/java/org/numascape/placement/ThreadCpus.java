package org.numascape.placement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Where emulator and I/O threads go.
interface ThreadCpus {

  /// A single core or CPU is taken as meant. Below anything larger the CPUs kept for the host come
  /// first, then free ones, then all that are usable.
  static CpuSet of(Analysis facts, Target target) {
    var usable = target.cpus().and(facts.host().usableCpus());
    var first = usable.first();
    boolean oneCore =
        first.isPresent() && facts.host().siblings(first.getAsInt()).containsAll(usable);
    return oneCore
        ? usable
        : Stream.of(
                usable.and(facts.occupancy().reserved()).minus(facts.occupancy().taken()),
                usable.and(facts.occupancy().free()).minus(facts.design().keptCpus()),
                usable)
            .filter(cpus -> !cpus.isEmpty())
            .findFirst()
            .orElse(CpuSet.EMPTY);
  }

  /// What it means for a thread to run there.
  static List<PillLine> lines(Analysis facts, Item.OfGuest who, CpuSet cpus) {
    var lines = new ArrayList<PillLine>();
    var victims = new LinkedHashSet<DomainId>();
    cpus.stream()
        .boxed()
        .flatMap(cpu -> facts.occupancy().seatsOn(cpu).stream())
        .filter(seat -> seat.isVcpu() && seat.hold().firm())
        .forEach(seat -> victims.add(seat.who().domain()));
    if (!victims.isEmpty()) {
      boolean starves =
          victims.stream().anyMatch(id -> facts.guestClass(id) == GuestClass.REAL_TIME);
      String names =
          String.join(", ", victims.stream().map(id -> Outcome.name(facts, id)).toList());
      lines.add(new PillLine(starves ? Tone.BAD : Tone.CAUTION, "on CPUs of " + names));
    } else if (facts.occupancy().reserved().containsAll(cpus)) {
      lines.add(new PillLine(Tone.GOOD, "on CPUs kept for the host"));
    } else if (facts.occupancy().keptIdle().intersects(cpus)) {
      lines.add(new PillLine(Tone.BAD, "beside a real-time vCPU"));
    } else {
      lines.add(new PillLine(Tone.GOOD, "on free CPUs " + cpus));
    }
    var nodes = facts.reach(who.domain()).nodes();
    var here = facts.host().nodesOf(cpus);
    if (!nodes.isEmpty() && !here.intersects(nodes)) {
      lines.add(new PillLine(Tone.CAUTION, "the guest is on node " + nodes));
    }
    return lines;
  }
}
