package org.numascape.format.hwloc;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.format.FormatException;
import org.numascape.format.Xml;
import org.numascape.format.XmlElement;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;

/// Reads what `lstopo host.xml` writes, in the XML of hwloc 1, 2 and 3.
///
/// Kept: the object tree, memory and huge pages of nodes, names and link speeds of devices, infos
/// of all objects, all matrices, attributes of memory, kinds of cores. Never kept: serial numbers,
/// UUIDs, asset tags, network addresses. The machine is called by its host name; where there is
/// none, by vendor and product. Source: hwloc `doc/hwloc.doxy` and the files hwloc writes; see
/// `HwlocV1` for the oldest.
public final class HwlocReader {

  private static final Xml.Expected EXPECTED =
      new Xml.Expected(
          Set.of("topology", "root"),
          "a host is read from what \"lstopo host.xml\" writes.",
          Xml.Doctype.SKIPPED);

  /// Names that say nothing.
  private static final Set<String> NAMELESS =
      Set.of("localhost", "localhost.localdomain", "(none)");

  private HwlocReader() {}

  /// The host that a topology describes.
  ///
  /// @param source the name people know the text by
  /// @throws FormatException when the text is no topology, is broken, or contradicts itself
  public static HostTopology read(String source, String xml) throws FormatException {
    var document = Xml.tree(source, xml, EXPECTED);
    return switch (major(source, document)) {
      case 1 -> read(source, HwlocV1.repaired(source, document), false);
      case 2 -> read(source, document, false);
      case 3 -> read(source, document, true);
      default ->
          throw new FormatException(
              source,
              document.line(),
              ("this topology has version %s, versions 1 to 3 are read;"
                      + " export it with \"lstopo --of v2xml host.xml\".")
                  .formatted(document.attribute("version").orElse("")));
    };
  }

  private static int major(String source, XmlElement document) throws FormatException {
    String version = document.attribute("version").orElse("1");
    String first = version.split("\\.", 2)[0];
    if (!first.matches("[0-9]{1,4}")) {
      throw new FormatException(
          source,
          document.line(),
          "\"" + version + "\" is no version of a topology; export it again with lstopo.");
    }
    return Integer.parseInt(first);
  }

  private static HostTopology read(String source, XmlElement document, boolean three)
      throws FormatException {
    var topology = new HwlocObject(source, document);
    var roots = topology.objects();
    if (roots.size() != 1 || !roots.getFirst().type().equals("Machine")) {
      throw topology.wrong(
          "a topology has one Machine at its top, this one has not; export it again with lstopo.");
    }
    var root = roots.getFirst();
    var indexes = HwlocIndexes.of(root);
    var facts = new HwlocFacts(topology, indexes);
    var kinds = facts.cpuKinds();
    var attributes = facts.attributes();
    var matrices = HwlocDistances.of(topology, indexes);
    return new HwlocTree(root, indexes, new HwlocDevices(three), facts.tiers())
        .machine(root, name(topology, root), facts.machine(root, kinds))
        .host(
            matrices.betweenNodes(indexes),
            keys ->
                HostFacts.NONE
                    .withAttributes(attributes)
                    .withMatrices(matrices.betweenObjects(keys))
                    .withCpuKinds(
                        kinds.size() < 2
                            ? List.of()
                            : kinds.stream().map(HwlocCpuKind::kind).toList()));
  }

  /// hwloc 3 writes the host's name into the topology, older ones into the machine.
  private static String name(HwlocObject topology, HwlocObject root) {
    return Stream.of(topology, root)
        .flatMap(place -> place.info("HostName").stream())
        .filter(host -> !NAMELESS.contains(host))
        .findFirst()
        .orElseGet(() -> product(root));
  }

  private static String product(HwlocObject root) {
    String vendor = root.info("DMISysVendor").orElse("");
    String product = root.info("DMIProductName").or(() -> root.info("PlatformModel")).orElse("");
    return product.startsWith(vendor) ? product : (vendor + " " + product).strip();
  }
}
