package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.format.Draft;
import org.numascape.format.Nesting.Loose;
import org.numascape.topology.Bridge;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PciDevice;

/// Puts PCI functions below the bridges that lead to them, and each at the CPUs it is local to.
///
/// Locality is what the firmware says of the function; where it says nothing, that of the bridge
/// above; where none says anything, unknown. A function that says all CPUs says nothing.
final class PciTree {

  /// A bridge, by its address or `pci0000:00`, and what is directly below.
  private final Map<String, List<PciFunction>> below = new HashMap<>();

  private final Map<String, CpuSet> hostBridges =
      new TreeMap<>(Comparator.comparing(PciTree::order));
  private final Sysfs sysfs;
  private final CpuSet online;
  private final Map<Integer, CpuSet> nodes;
  private final Map<String, List<Draft>> osDevices;
  private final PciNames names;
  private final Devices wanted;

  /// @param nodes the CPUs of every node, as OS indexes
  /// @param osDevices what the operating system has made of functions, by address
  PciTree(
      Sysfs sysfs,
      CpuSet online,
      Map<Integer, CpuSet> nodes,
      Map<String, List<Draft>> osDevices,
      PciNames names,
      Devices wanted) {
    this.sysfs = sysfs;
    this.online = online;
    this.nodes = nodes;
    this.osDevices = osDevices;
    this.names = names;
    this.wanted = wanted;
  }

  /// The host bridges with all that is below them and wanted.
  List<Loose> drafts(List<PciFunction> functions) {
    var known = functions.stream().map(PciFunction::address).collect(Collectors.toSet());
    for (var function : functions) {
      String host =
          function.way().stream()
              .filter(name -> name.startsWith("pci"))
              .reduce((_, last) -> last)
              .orElse("pci" + function.domain());
      String above = function.way().isEmpty() ? host : function.way().getLast();
      below
          .computeIfAbsent(known.contains(above) ? above : host, _ -> new ArrayList<>())
          .add(function);
      hostBridges.putIfAbsent(host, CpuSet.EMPTY);
    }
    hostBridges.replaceAll((host, _) -> locality(host));
    var drafts = new ArrayList<Loose>();
    hostBridges.forEach((host, near) -> {
      var inside = inside(host, near);
      if (!inside.isEmpty()) {
        drafts.add(new Loose(hostBridge(host, near).with(List.of(), List.of(), inside), near));
      }
    });
    return drafts;
  }

  private static String order(String host) {
    return "%20s".formatted(host);
  }

  /// What the bus says, or all that the functions below it say.
  private CpuSet locality(String host) {
    var said =
        sysfs.map("sys/class/pci_bus/" + host.substring(3) + "/cpuaffinity").orElse(CpuSet.EMPTY);
    return telling(said).isEmpty() ? said(host) : telling(said);
  }

  private CpuSet said(String bridge) {
    var joined = CpuSet.EMPTY;
    for (var function : below.getOrDefault(bridge, List.of())) {
      var own = own(function);
      joined = joined.or(own.isEmpty() ? said(function.address()) : own);
    }
    return telling(joined);
  }

  private CpuSet own(PciFunction function) {
    var home = telling(nodes.getOrDefault(function.node(), CpuSet.EMPTY));
    return home.isEmpty() ? telling(function.localCpus()) : home;
  }

  /// All CPUs are as good as none.
  private CpuSet telling(CpuSet cpus) {
    var some = cpus.and(online);
    return some.equals(online) ? CpuSet.EMPTY : some;
  }

  private List<Draft> inside(String bridge, CpuSet around) {
    return below.getOrDefault(bridge, List.of()).stream()
        .sorted(Comparator.comparing(PciFunction::address))
        .flatMap(function -> draft(function, around))
        .toList();
  }

  private Stream<Draft> draft(PciFunction function, CpuSet around) {
    var own = own(function);
    var near = own.isEmpty() ? around : own;
    var inside = new ArrayList<>(osDevices.getOrDefault(function.address(), List.of()));
    boolean used = !inside.isEmpty();
    inside.addAll(inside(function.address(), near));
    boolean leads = below.containsKey(function.address()) || function.isBridge();
    boolean shown =
        wanted == Devices.ALL || used || !inside.isEmpty() || (function.isImportant() && !leads);
    if (!shown) {
      return Stream.empty();
    }
    var draft = leads ? bridge(function, near) : device(function, near);
    return Stream.of(
        draft.told(function.infos(names), function.address()).with(List.of(), List.of(), inside));
  }

  private Draft hostBridge(String host, CpuSet near) {
    var buses = new java.util.TreeSet<Integer>();
    var waiting = new ArrayList<>(below.getOrDefault(host, List.of()));
    for (int i = 0; i < waiting.size(); i++) {
      var function = waiting.get(i);
      buses.add(function.bus());
      function.buses().ifPresent(range -> buses.add(Math.max(range.last(), function.bus())));
      waiting.addAll(below.getOrDefault(function.address(), List.of()));
    }
    String domain = waiting.getFirst().domain();
    String address = "%s:[%02x-%02x]".formatted(domain, buses.first(), buses.last());
    return Draft.of(
        ObjectKind.BRIDGE,
        near,
        (logical, contents) -> new Bridge(logical, true, address, 0, near, contents));
  }

  private static Draft bridge(PciFunction function, CpuSet near) {
    return Draft.of(
        ObjectKind.BRIDGE,
        near,
        (logical, contents) ->
            new Bridge(logical, false, function.address(), function.linkGbs(), near, contents));
  }

  private Draft device(PciFunction function, CpuSet near) {
    String name = name(function);
    int node = node(function, near);
    return Draft.of(
        ObjectKind.PCI_DEVICE,
        near,
        (logical, contents) ->
            new PciDevice(
                logical,
                function.address(),
                function.classId(),
                name,
                function.linkGbs(),
                node,
                near,
                contents));
  }

  /// Vendor and device in words; where no list of names is installed, what its class says.
  private String name(PciFunction function) {
    var infos = function.infos(names);
    String words =
        Stream.of("PCIVendor", "PCIDevice")
            .filter(infos::containsKey)
            .map(infos::get)
            .collect(Collectors.joining(" "));
    String kind = PciClass.words(function.classId());
    return words.isEmpty() && !kind.isEmpty() && !function.ids().isEmpty()
        ? kind + " [" + function.ids() + "]"
        : words.isEmpty() ? kind : words;
  }

  /// What the firmware says, or the one node around the CPUs that it says.
  private int node(PciFunction function, CpuSet near) {
    if (nodes.containsKey(function.node())) {
      return function.node();
    }
    if (nodes.size() == 1) {
      return nodes.keySet().iterator().next();
    }
    var around =
        new LinkedHashMap<>(nodes)
            .entrySet().stream()
                .filter(pair -> !near.isEmpty() && pair.getValue().containsAll(near))
                .map(Map.Entry::getKey)
                .toList();
    return around.size() == 1 ? around.getFirst() : -1;
  }
}
