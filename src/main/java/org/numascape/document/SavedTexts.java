package org.numascape.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.numascape.format.FormatException;
import org.numascape.format.Supplement;
import org.numascape.format.capabilities.CapabilitiesReader;
import org.numascape.format.capabilities.HostDetails;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.format.sysfs.PrintedTree;
import org.numascape.format.text.Piece;
import org.numascape.format.text.Pieces;
import org.numascape.format.text.TextReader;
import org.numascape.format.text.Together;
import org.numascape.format.text.Told;
import org.numascape.format.text.Tool;
import org.numascape.topology.HostTopology;

/// One host from what its tools printed, in one text or several, each holding one output or
/// several.
///
/// Where there is a description of the whole host (lstopo's XML before `virsh capabilities`), the
/// tree is its, and the other texts fill what it leaves open: free memory, and beside libvirt's the
/// caches and the CPUs that are off. Otherwise the tree is made of what the texts tell: `lscpu -e`
/// and `-p` know packages, cores and who shares a cache, `numactl -H` nodes, memory and distances,
/// `lscpu` sizes of caches, `virsh freepages` free pages. Where two differ, the one that knows best
/// is shown ([Tool]'s order) and the host carries a contradiction.
public final class SavedTexts {

  private final List<Piece> pieces;
  private final String name;

  private SavedTexts(List<Piece> pieces, String name) {
    this.pieces = pieces;
    this.name = name;
  }

  /// The host.
  ///
  /// @throws FormatException when nothing in the texts is known, a piece is broken, or they tell no
  ///   CPU; in one sentence that says what to add
  public static HostTopology host(List<NamedText> texts) throws FormatException {
    String name = texts.stream().map(NamedText::name).distinct().collect(Collectors.joining(" + "));
    var pieces = pieces(texts);
    if (pieces.isEmpty()) {
      throw new FormatException(
          name,
          0,
          "Nothing here is the output of a tool that is read: lscpu, lscpu -e, -p or -J, numactl -H,"
              + " virsh capabilities, virsh freepages --all, lstopo's XML.");
    }
    return withSettings(new SavedTexts(pieces, name).host(), texts);
  }

  /// Settings of kernel and services, where a text holds them too.
  private static HostTopology withSettings(HostTopology host, List<NamedText> texts)
      throws FormatException {
    for (var text : texts) {
      if (PrintedTree.isIn(text.text())) {
        var settings = SettingsText.read(text.name(), text.text(), Optional.empty());
        return host.with(host.facts().withSettings(settings));
      }
    }
    return host;
  }

  /// What tools printed the texts, in their order, each once: for a person to see that all was
  /// understood.
  ///
  /// @throws FormatException when `lscpu` spoke another language than English
  public static List<String> tools(List<NamedText> texts) throws FormatException {
    return pieces(texts).stream().map(piece -> piece.tool().title()).distinct().toList();
  }

  /// Whether a text holds the output of a tool that is read, or of one in the wrong language.
  static boolean anyIn(String text) {
    try {
      return !Pieces.of("", text).isEmpty();
    } catch (FormatException inAnotherLanguage) {
      return true;
    }
  }

  private static List<Piece> pieces(List<NamedText> texts) throws FormatException {
    var pieces = new ArrayList<Piece>();
    for (var text : texts) {
      pieces.addAll(Pieces.of(text.name(), text.text()));
    }
    return pieces;
  }

  private HostTopology host() throws FormatException {
    var told = new ArrayList<Told>();
    for (var piece : pieces) {
      if (!isXml(piece.tool())) {
        told.add(TextReader.read(piece, label(piece)));
      }
    }
    Optional<HostTopology> base = Optional.empty();
    for (var piece : wholeHosts()) {
      var host = read(piece, Supplement.NONE);
      told.add(Told.of(piece.tool(), label(piece), host));
      base = base.isPresent() ? base : Optional.of(host);
    }
    var whole = wholeHosts().stream().findFirst();
    if (whole.isPresent() && whole.get().tool() == Tool.CAPABILITIES) {
      base = Optional.of(read(whole.get(), Together.beside(Tool.CAPABILITIES, told)));
    }
    return base.isPresent() ? Together.completed(base.get(), told) : Together.host(name, told);
  }

  private static boolean isXml(Tool tool) {
    return tool == Tool.HWLOC || tool == Tool.CAPABILITIES || tool == Tool.NODE_DEVICE;
  }

  /// Descriptions of the whole host, the one that knows best first.
  private List<Piece> wholeHosts() {
    return pieces.stream()
        .filter(piece -> piece.tool() == Tool.HWLOC || piece.tool() == Tool.CAPABILITIES)
        .sorted(java.util.Comparator.comparing(Piece::tool))
        .toList();
  }

  private HostTopology read(Piece piece, Supplement more) throws FormatException {
    return piece.tool() == Tool.HWLOC
        ? HwlocReader.read(piece.source(), piece.xml())
        : CapabilitiesReader.read(piece.source(), piece.xml(), details().with(more));
  }

  private HostDetails details() {
    var devices =
        pieces.stream().filter(piece -> piece.tool() == Tool.NODE_DEVICE).map(Piece::text).toList();
    return new HostDetails("", devices, Map.of(), Map.of());
  }

  /// The tool's name; with text and line where the tool printed more than one of the pieces.
  private String label(Piece piece) {
    long alike = pieces.stream().filter(other -> other.tool() == piece.tool()).count();
    return alike == 1
        ? piece.tool().title()
        : piece.tool().title() + " (" + piece.source() + ", line " + piece.line() + ")";
  }
}
