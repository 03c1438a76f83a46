package org.numascape.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.NodeSet;

/// How messages name things and write numbers.
interface Words {

  /// The name people know a guest by.
  static String name(Analysis facts, DomainId id) {
    return facts.guest(id).map(GuestFacts::guest).map(Guest::name).orElse(id.value());
  }

  /// Several guests: `a, b and c`.
  static String names(Analysis facts, Collection<DomainId> ids) {
    var names = ids.stream().map(id -> name(facts, id)).toList();
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// `CPU 3`, `CPUs 3-5`
  static String cpus(CpuSet cpus) {
    return (cpus.size() == 1 ? "CPU " : "CPUs ") + cpus;
  }

  /// `vCPU 3`, `vCPUs 3-5`
  static String vcpus(CpuSet vcpus) {
    return (vcpus.size() == 1 ? "vCPU " : "vCPUs ") + vcpus;
  }

  /// Threads that serve devices, at the start of a sentence: `The emulator and I/O threads 1-2`.
  static String threads(Collection<Seat> seats) {
    boolean emulator = seats.stream().anyMatch(seat -> seat.who() instanceof Item.Emulator);
    var ids =
        CpuSet.of(
            seats.stream()
                .flatMap(seat ->
                    seat.who() instanceof Item.IoThread io
                        ? Stream.of(io.thread())
                        : Stream.empty())
                .toList());
    String io = ids.isEmpty() ? "" : (ids.size() == 1 ? "I/O thread " : "I/O threads ") + ids;
    return emulator ? "The emulator" + (io.isEmpty() ? "" : " and " + io) : io;
  }

  /// The same words inside a sentence.
  static String inSentence(String words) {
    return words.startsWith("The ") ? "the " + words.substring("The ".length()) : words;
  }

  /// The ids of vCPUs.
  static CpuSet ids(Collection<Item.Vcpu> vcpus) {
    return CpuSet.of(vcpus.stream().map(Item.Vcpu::vcpu).toList());
  }

  /// `node 3`, `nodes 2-3`
  static String nodes(NodeSet nodes) {
    return (nodes.size() == 1 ? "node " : "nodes ") + nodes;
  }

  /// `1 vCPU`, `8 vCPUs`
  static String vcpuCount(int count) {
    return count + (count == 1 ? " vCPU" : " vCPUs");
  }

  /// `16,384`
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `Cell 0`, or `Its memory` for a guest without cells.
  static String cell(Domain domain, int cell) {
    return domain.cells().isEmpty() ? "Its memory" : "Cell " + cell;
  }

  /// ` (distance 32 vs 10)`, or nothing where the host tells no distance.
  static String distance(OptionalInt distance) {
    return distance.isPresent()
        ? " (distance " + distance.getAsInt() + " vs " + DistanceMatrix.LOCAL + ")"
        : "";
  }

  /// Texts joined by commas.
  static String list(List<String> texts) {
    return texts.stream().collect(Collectors.joining(", "));
  }
}
