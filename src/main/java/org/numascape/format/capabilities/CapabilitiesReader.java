package org.numascape.format.capabilities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.format.Nesting;
import org.numascape.format.Nesting.Loose;
import org.numascape.format.Xml;
import org.numascape.format.XmlElement;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.Guess;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Locality;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

/// Reads what `virsh capabilities` prints, and with it what libvirt tells besides.
///
/// libvirt lists nodes with their CPUs, and CPUs with their numbers; the tree follows from the
/// sets. Offline CPUs are not listed. The host's UUID is never kept. Source: libvirt
/// `docs/formatcaps.rst`, `src/conf/capabilities.c`.
public final class CapabilitiesReader {

  private static final Xml.Expected EXPECTED =
      new Xml.Expected(
          Set.of("capabilities"),
          "a host is read from what \"virsh capabilities\" prints.",
          Xml.Doctype.REFUSED);

  private static final String FAKED =
      "libvirt tells no page sizes and no distances of this only node: it did not see the host's NUMA"
          + " nodes and made up one with all CPUs; lstopo or lscpu -e tell.";

  private final String source;
  private final XmlElement host;
  private final HostDetails details;
  private final Map<Integer, Cell> cells = new TreeMap<>();
  private final Map<Integer, Cpu> cpus = new TreeMap<>();
  private final Map<Integer, CpuSet> locals = new TreeMap<>();
  private DistanceMatrix distances = DistanceMatrix.UNKNOWN;
  private List<MemoryAttribute> attributes = List.of();

  private CapabilitiesReader(String source, XmlElement host, HostDetails details) {
    this.source = source;
    this.host = host;
    this.details = details;
  }

  /// The host as its capabilities alone describe it: without name, devices and free amounts.
  ///
  /// @param source the name people know the text by
  /// @throws FormatException when the text is no capabilities, is broken, or contradicts itself
  public static HostTopology read(String source, String xml) throws FormatException {
    return read(source, xml, HostDetails.NONE);
  }

  /// The host with all that libvirt tells of it.
  ///
  /// @param source the name people know the text by
  /// @throws FormatException when a text is not what it should be, is broken, or contradicts itself
  public static HostTopology read(String source, String xml, HostDetails details)
      throws FormatException {
    var document = Xml.tree(source, xml, EXPECTED);
    var host = document.child("host").orElse(document);
    return new CapabilitiesReader(source, host, details).topology();
  }

  private HostTopology topology() throws FormatException {
    collectCells();
    cells.forEach((id, cell) -> locals.put(id, cell.cpuSet()));
    distances = distances();
    attributes = Interconnects.read(source, host, locals);
    var present = CpuSet.of(cpus.keySet());
    var parts = new ArrayList<>(new CpuObjects(cpus.values(), present, model()).drafts());
    parts.addAll(Banks.drafts(source, host, present));
    var all = present;
    for (var part : details.more().parts()) {
      all = part.kind() == ObjectKind.PU ? all.or(part.cpus()) : all;
    }
    parts.addAll(more(present, all));
    var machine =
        Draft.machine(details.name(), all).told(Partitions.words(source, host), "machine");
    var devices = Devices.read(source, details.nodeDevices());
    var facts =
        HostFacts.NONE
            .withAttributes(attributes)
            .withCacheBanks(Partitions.banks(source, host))
            .withIommuGroups(devices.iommuGroups());
    return Nesting.nest(machine, parts, memory(), devices.loose(this::near))
        .host(distances, keys -> facts.withGuesses(guesses(keys)));
  }

  /// What other sources tell of CPUs that this host has, and of those that are off.
  private List<Draft> more(CpuSet present, CpuSet all) {
    return details.more().parts().stream()
        .filter(part ->
            part.kind() == ObjectKind.PU
                ? present.and(part.cpus()).isEmpty()
                : all.containsAll(part.cpus()))
        .toList();
  }

  private CpuSet cpusOf(int node) {
    return locals.getOrDefault(node, CpuSet.EMPTY);
  }

  /// The CPUs a node is drawn beside: its own; without CPUs, those that the firmware says it is
  /// accessed from (HMAT), or those that the distances point to.
  private CpuSet near(int node) {
    var known = cpusOf(node).or(initiators(node));
    return known.isEmpty()
        ? Locality.guess(node, locals, distances).map(Locality::cpus).orElse(CpuSet.EMPTY)
        : known;
  }

  /// libvirt lists the initiators that a node is local to (sysfs `access0`), where the host tells.
  private CpuSet initiators(int node) {
    return attributes.stream()
        .flatMap(attribute -> attribute.values().stream())
        .filter(value -> value.node() == node && cpusOf(node).isEmpty())
        .map(MemoryAttribute.Value::initiator)
        .reduce(CpuSet.EMPTY, CpuSet::or);
  }

  private List<Guess> guesses(Map<String, ObjectId> keys) {
    var guesses = new ArrayList<Guess>();
    for (var cell : cells.values()) {
      var node = Optional.ofNullable(keys.get(Cell.key(cell.id())));
      var why = cell.isMadeUp(cells.size()) ? Optional.of(FAKED) : guessedPlace(cell);
      if (node.isPresent() && why.isPresent()) {
        guesses.add(new Guess(node.get(), why.get()));
      }
    }
    new TreeMap<>(details.more().guesses())
        .forEach((key, why) ->
            Optional.ofNullable(keys.get(key))
                .ifPresent(object -> guesses.add(new Guess(object, why))));
    return guesses;
  }

  private Optional<String> guessedPlace(Cell cell) {
    return cell.cpus().isEmpty() && initiators(cell.id()).isEmpty()
        ? Locality.guess(cell.id(), locals, distances).map(Locality::why)
        : Optional.empty();
  }

  private void collectCells() throws FormatException {
    for (var element : host.path("topology", "cells", "cell").toList()) {
      var cell = Cell.of(new Value(source, element));
      var first = cells.putIfAbsent(cell.id(), cell);
      var joined = Optional.ofNullable(first).flatMap(known -> known.joinedWith(cell));
      joined.ifPresent(whole -> cells.put(whole.id(), whole));
      if (first != null && joined.isEmpty()) {
        throw cell.value()
            .wrong(
                "node %d is here a second time, first in line %d; read the host again, or from an lstopo file."
                    .formatted(cell.id(), first.value().element().line()));
      }
      for (Cpu cpu : cell.cpus()) {
        var other = cpus.putIfAbsent(cpu.id(), cpu);
        if (other != null) {
          throw new FormatException(
              source,
              cpu.line(),
              "CPU %d is here a second time, first in line %d; read the host again, or from an lstopo file."
                  .formatted(cpu.id(), other.line()));
        }
      }
    }
    if (cpus.isEmpty()) {
      throw new Value(source, host)
          .wrong(
              "these capabilities list no %s; libvirt cannot see this host's topology, so read it from an lstopo file."
                  .formatted(cells.isEmpty() ? "NUMA node" : "CPU"));
    }
  }

  /// libvirt's name of the nearest CPU model it knows, such as `EPYC-Milan`.
  private String model() {
    return host.path("cpu", "model").map(XmlElement::text).findFirst().orElse("");
  }

  private List<Loose> memory() throws FormatException {
    var memory = new ArrayList<Loose>();
    for (Cell cell : cells.values()) {
      memory.add(new Loose(cell.memory(details), near(cell.id())));
    }
    return memory;
  }

  private DistanceMatrix distances() {
    var rows = new HashMap<Integer, Map<Integer, Integer>>();
    for (Cell cell : cells.values()) {
      var row = new HashMap<>(cell.distances());
      row.keySet().retainAll(cells.keySet());
      if (!row.isEmpty()) {
        rows.put(cell.id(), row);
      }
    }
    return new DistanceMatrix(rows);
  }
}
