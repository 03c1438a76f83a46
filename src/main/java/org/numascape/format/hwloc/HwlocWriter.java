package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.numascape.format.FormatException;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// Writes a host as the XML of hwloc 2, which every lstopo from 2.0 on opens.
///
/// What that XML cannot say is left out: free memory and free huge pages, isolated PUs (they are
/// online there), CPU caches that can be partitioned, IOMMU groups, guesses, contradictions, values
/// of memory-side caches, PCI domains above ffff. A host without any node gets one, because hwloc
/// knows none without.
public final class HwlocWriter {

  /// Whether the written text says which machine it is about.
  public enum Names {
    /// The host's name, the control group and the program that read the host are written.
    KEPT,
    /// They are not.
    LEFT_OUT
  }

  private final HostTopology host;
  private final HwlocAttributes attributes;
  private final Map<ObjectId, Long> numbers = new HashMap<>();
  private final Map<String, List<Written>> moved = new HashMap<>();
  private final Set<ObjectId> elsewhere = new HashSet<>();
  private final Markup markup = new Markup();

  private HwlocWriter(HostTopology host, Names names) {
    this.host = host;
    this.attributes = new HwlocAttributes(host, names);
  }

  /// The topology of a host.
  ///
  /// @throws FormatException when no PU of the host is on, which hwloc cannot express
  public static String write(HostTopology host, Names names) throws FormatException {
    var offline = Written.offline(host.pus().values());
    var machine = new Written.Plan(host.facts(), offline).of(host.machine());
    if (machine.cpus().isEmpty()) {
      throw new FormatException(
          "hwloc XML", 0, "No CPU of this host is on; hwloc describes running hosts only.");
    }
    return new HwlocWriter(host, names).topology(machine);
  }

  private String topology(Written machine) {
    markup.open("topology", Map.of("version", "2.0"));
    collect(machine);
    var around = new BitSet();
    around.set(0, host.nodes().isEmpty() ? 1 : 0);
    object(machine, around);
    new HwlocAppendix(host, numbers, markup).write();
    markup.close("topology");
    return markup.toString();
  }

  /// Devices that stand elsewhere only because our records of PUs and nodes hold nothing.
  private void collect(Written written) {
    for (var device : written.devices()) {
      attributes
          .info(device.object(), InfoName.ATTACHED_TO)
          .filter(this::isWritten)
          .ifPresent(to -> {
            moved.computeIfAbsent(to, _ -> new ArrayList<>()).add(device);
            elsewhere.add(device.object().id());
          });
    }
    written.memory().forEach(this::collect);
    written.parts().forEach(this::collect);
    written.devices().forEach(this::collect);
  }

  private boolean isWritten(String target) {
    String[] parts = target.split(":", 2);
    boolean number = parts.length == 2 && parts[1].matches("[0-9]{1,6}");
    if (!number) {
      return false;
    }
    int index = Integer.parseInt(parts[1]);
    return parts[0].equals("PU")
        ? host.pu(index).filter(pu -> pu.state() != PuState.OFFLINE).isPresent()
        : host.node(index).isPresent();
  }

  /// @param around nodes local to the object around
  private void object(Written written, BitSet around) {
    var object = written.object();
    if (!attributes.canBeWritten(object)) {
      return;
    }
    long number = numbers.size() + 1L;
    numbers.put(object.id(), number);
    var local = (BitSet) around.clone();
    written.memory().forEach(inner -> local.or(inner.nodes()));
    var tag = attributes.of(written, local, number);
    markup.open("object", tag);
    pages(object);
    infos(attributes.infos(object));
    if (object instanceof Machine && host.nodes().isEmpty()) {
      nodeOf(written);
    }
    written.memory().forEach(inner -> object(inner, local));
    written.parts().forEach(inner -> object(inner, local));
    written.devices().stream()
        .filter(device -> !elsewhere.contains(device.object().id()))
        .forEach(device -> object(device, local));
    moved
        .getOrDefault(attributes.target(object), List.of())
        .forEach(device -> object(device, local));
    markup.close("object");
  }

  /// The one node of a host that tells of none.
  private void nodeOf(Written machine) {
    var tag = new LinkedHashMap<String, String>();
    long number = numbers.size() + 1L;
    numbers.put(new ObjectId(ObjectKind.NUMA_NODE, 0), number);
    tag.put("type", "NUMANode");
    tag.put("os_index", "0");
    tag.put("cpuset", Bitmap.text(machine.cpus()));
    tag.put("complete_cpuset", Bitmap.text(machine.complete()));
    tag.put("nodeset", "0x00000001");
    tag.put("complete_nodeset", "0x00000001");
    tag.put("gp_index", Long.toString(number));
    markup.empty("object", tag);
  }

  private void pages(TopologyObject object) {
    if (object instanceof NumaNode node) {
      HwlocPages.of(node, attributes.info(node, InfoName.BASE_PAGE))
          .forEach(page -> markup.empty("page_type", page));
    }
  }

  private void infos(Map<String, String> infos) {
    infos.forEach((name, lines) ->
        lines
            .lines()
            .forEach(line -> {
              var info = new LinkedHashMap<String, String>();
              info.put("name", name);
              info.put("value", line);
              markup.empty("info", info);
            }));
  }
}
