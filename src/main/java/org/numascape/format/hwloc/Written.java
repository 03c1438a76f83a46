package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostFacts;
import org.numascape.topology.InfoName;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// An object as it is written: hwloc has no objects for what is off, so offline PUs are only in the
/// complete sets, and what holds nothing else is not written.
///
/// @param cpus PUs inside or local to it that are on, as OS indexes
/// @param complete those that are off, too
/// @param nodes OS indexes of the nodes below it
record Written(
    TopologyObject object,
    BitSet cpus,
    BitSet complete,
    BitSet nodes,
    List<Written> memory,
    List<Written> parts,
    List<Written> devices) {

  /// What is written of a tree.
  ///
  /// @param offline PUs that are off, as OS indexes
  record Plan(HostFacts facts, CpuSet offline) {

    Written of(TopologyObject object) {
      var cpus = object.cpus().minus(offline).bits();
      var written =
          new Written(
              object,
              cpus,
              object.cpus().bits(),
              new BitSet(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>());
      written.complete.or(told(object));
      if (object instanceof NumaNode node) {
        written.nodes.set(node.osIndex());
      }
      var contents = object.contents();
      contents.memory().forEach(inner -> written.memory.add(written.covering(of(inner))));
      contents.parts().forEach(inner -> written.addPart(of(inner)));
      contents.devices().forEach(inner -> written.devices.add(of(inner)));
      return written;
    }

    private BitSet told(TopologyObject object) {
      return facts
          .info(object.id(), InfoName.OFFLINE_CPUS)
          .map(list -> CpuSet.parse(list).bits())
          .orElseGet(BitSet::new);
    }
  }

  private Written covering(Written inner) {
    complete.or(inner.complete);
    nodes.or(inner.nodes);
    return inner;
  }

  private void addPart(Written inner) {
    covering(inner);
    boolean isOff = inner.cpus.isEmpty() && !inner.object.cpus().isEmpty();
    boolean holdsNothing =
        inner.memory.isEmpty() && inner.parts.isEmpty() && inner.devices.isEmpty();
    if (!isOff || !holdsNothing) {
      parts.add(inner);
    }
  }

  /// OS indexes of the PUs of a host that are off.
  static CpuSet offline(Iterable<Pu> pus) {
    var bits = new BitSet();
    for (var pu : pus) {
      if (pu.state() == PuState.OFFLINE) {
        bits.set(pu.osIndex());
      }
    }
    return new CpuSet(bits);
  }
}
