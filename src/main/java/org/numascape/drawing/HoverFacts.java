package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.numascape.topology.Contradiction;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectMatrix;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// What a tooltip says of an object that only some sources tell: cache details, memory attributes,
/// other matrices, words under hwloc's names, contradictions.
record HoverFacts(HostTopology host, HostFacts facts) {

  /// More lines of one kind than this are counted instead.
  private static final int FEW = 6;

  /// Infos that other lines tell, or that are for programs only.
  private static final Set<String> TOLD =
      Set.of(
          InfoName.NAME,
          InfoName.SUBTYPE,
          InfoName.OS_INDEX,
          InfoName.GROUP_KIND,
          InfoName.GROUP_SUBKIND,
          "DontMerge",
          InfoName.CACHE_LINE_SIZE,
          InfoName.CACHE_ASSOCIATIVITY,
          InfoName.INCLUSIVE,
          InfoName.PCI_CLASS,
          "CPUModel",
          "PCIVendor",
          "PCIDevice",
          "Backend",
          "LinuxCgroup",
          "ProcessName",
          "hwlocVersion",
          "lstopoStyle");

  /// The lines on an object; none where no source tells more than the picture.
  static List<String> of(HostTopology host, TopologyObject object) {
    return new HoverFacts(host, host.facts()).lines(object);
  }

  private List<String> lines(TopologyObject object) {
    var lines = new ArrayList<String>();
    cache(object).ifPresent(lines::add);
    if (object instanceof NumaNode node) {
      lines.addAll(few(attributes(node)));
    }
    lines.addAll(few(matrices(object)));
    lines.addAll(few(infos(object)));
    lines.addAll(few(contradictions(object)));
    return lines;
  }

  private static List<String> few(Stream<String> all) {
    var lines = all.toList();
    return lines.size() <= FEW
        ? lines
        : Stream.concat(
                lines.subList(0, FEW - 1).stream(),
                Stream.of("and " + (lines.size() - FEW + 1) + " more"))
            .toList();
  }

  /// `64-byte lines · 16 ways · inclusive`
  private Optional<String> cache(TopologyObject object) {
    var words =
        Stream.of(
                facts
                    .info(object.id(), InfoName.CACHE_LINE_SIZE)
                    .filter(size -> !size.equals("0"))
                    .map(size -> size + "-byte lines"),
                facts.info(object.id(), InfoName.CACHE_ASSOCIATIVITY).flatMap(HoverFacts::ways),
                facts
                    .info(object.id(), InfoName.INCLUSIVE)
                    .filter("1"::equals)
                    .map(yes -> "inclusive"))
            .flatMap(Optional::stream)
            .toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", words));
  }

  private static Optional<String> ways(String told) {
    return switch (told) {
      case "0", "" -> Optional.empty();
      case "full", "-1" -> Optional.of("fully associative");
      case "1" -> Optional.of("direct mapped");
      default -> Optional.of(told + " ways");
    };
  }

  private Stream<String> attributes(NumaNode node) {
    return facts.attributes().stream()
        .flatMap(attribute ->
            attribute.values().stream()
                .filter(value -> value.node() == node.osIndex())
                .map(value -> attribute(attribute, value)));
  }

  private static String attribute(MemoryAttribute attribute, MemoryAttribute.Value value) {
    String unit = attribute.unit().isEmpty() ? "" : " " + attribute.unit();
    String from = value.initiator().isEmpty() ? "" : " from CPUs " + value.initiator();
    String cache = value.cacheLevel() == 0 ? "" : " (memory-side cache " + value.cacheLevel() + ")";
    return attribute.name() + " " + Words.number(value.value()) + unit + from + cache;
  }

  private Stream<String> matrices(TopologyObject object) {
    return facts.matrices().stream()
        .filter(matrix -> matrix.objects().contains(object.id()))
        .map(matrix -> matrix(matrix, object));
  }

  private static String matrix(ObjectMatrix matrix, TopologyObject object) {
    var words = new ArrayList<String>();
    for (var other : matrix.objects()) {
      if (!other.equals(object.id()) && words.size() < FEW) {
        matrix
            .between(object.id(), other)
            .ifPresent(value -> words.add(other + " " + Words.number(value)));
      }
    }
    String more = matrix.objects().size() - 1 > words.size() ? ", …" : "";
    String name = matrix.name().isEmpty() ? "distances" : matrix.name();
    return name + " to " + String.join(", ", words) + more;
  }

  private Stream<String> infos(TopologyObject object) {
    return facts.infos(object.id()).entrySet().stream()
        .filter(info -> !TOLD.contains(info.getKey()) && !(object instanceof Machine))
        .map(info -> info.getKey() + ": " + info.getValue().replace("\n", ", "));
  }

  /// All on the machine itself; else those that name the object.
  private Stream<String> contradictions(TopologyObject object) {
    return facts.contradictions().stream()
        .filter(contradiction -> concerns(contradiction, object))
        .map(HoverFacts::words);
  }

  private static boolean concerns(Contradiction contradiction, TopologyObject object) {
    return switch (object) {
      case Machine machine -> true;
      case NumaNode node -> names(contradiction, "node " + node.osIndex());
      case Pu pu -> names(contradiction, "CPU " + pu.osIndex());
      case PciDevice device -> names(contradiction, device.address());
      default -> false;
    };
  }

  private static boolean names(Contradiction contradiction, String words) {
    return Pattern.compile("\\b" + Pattern.quote(words) + "\\b", Pattern.CASE_INSENSITIVE)
        .matcher(contradiction.about())
        .find();
  }

  private static String words(Contradiction contradiction) {
    return "Sources differ on "
        + contradiction.about()
        + ": "
        + String.join(
            "; ",
            contradiction.claims().stream()
                .map(claim -> claim.source() + " says " + claim.says())
                .toList());
  }
}
