package org.numascape.cli;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.numascape.drawing.Colouring;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Folding;
import org.numascape.drawing.LabelMode;
import org.numascape.drawing.LayoutMode;
import org.numascape.format.FormatException;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import picocli.CommandLine.Option;

/// What of a host is drawn and how it is arranged, in the words of the command line.
final class RenderOptions {

  private static final Pattern SIZE = Pattern.compile("(\\d{2,5})[x×](\\d{2,5})");

  private static final String DISTANCE = "distance:";

  @Option(
      names = "--labels",
      paramLabel = "LABELS",
      defaultValue = "physical",
      description = "logical, physical, both or none; ${DEFAULT-VALUE} by default.")
  private LabelMode labels = LabelMode.PHYSICAL;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      defaultValue = "fit",
      description = "fit, or lstopo for boxes where lstopo has them; ${DEFAULT-VALUE} by default.")
  private LayoutMode layout = LayoutMode.FIT;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "The shape to fill, such as 1600x900; 1000x700 by default.")
  private @Nullable String size;

  @Option(
      names = "--fold",
      negatable = true,
      description = "Draws alike neighbours as one box with their number; not by default.")
  private boolean folded;

  @Option(
      names = {"--colour-by", "--color-by"},
      paramLabel = "WHAT",
      defaultValue = "guests",
      description =
          "What colours tell: guests, cost, hugepages, cache, kind or distance:NODE;"
              + " ${DEFAULT-VALUE} by default.")
  private String colourBy = "guests";

  /// The options for a host.
  ///
  /// @throws FormatException when one is no option, or two contradict, in one sentence
  DrawingOptions options(HostTopology host) throws FormatException {
    var options =
        DrawingOptions.STANDARD
            .labelled(labels)
            .arranged(layout)
            .folded(folded ? Folding.ALL : Folding.NONE)
            .coloured(colouring(host));
    return Optional.ofNullable(size).isEmpty() ? options : sized(options, String.valueOf(size));
  }

  private DrawingOptions sized(DrawingOptions options, String text) throws FormatException {
    if (layout == LayoutMode.LSTOPO) {
      throw new FormatException(
          "--size", 0, "The layout lstopo has one size only; leave out --size or --layout.");
    }
    var size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new FormatException("--size", 0, "Give a width and a height, such as 1600x900.");
    }
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    if (width < 100 || height < 100) {
      throw new FormatException("--size", 0, "Give at least 100x100.");
    }
    return options.within(width, height);
  }

  private Colouring colouring(HostTopology host) throws FormatException {
    return switch (colourBy) {
      case "guests" -> Colouring.GUESTS;
      case "cost" -> new Colouring.ByAccessCost();
      case "hugepages" -> new Colouring.ByHugePages();
      case "cache" -> new Colouring.ByCacheDomain();
      case "kind" -> new Colouring.ByCoreKind();
      default -> distances(host);
    };
  }

  private Colouring distances(HostTopology host) throws FormatException {
    if (!colourBy.startsWith(DISTANCE)) {
      throw new FormatException(
          "--colour-by", 0, "Give guests, cost, hugepages, cache, kind or distance:NODE.");
    }
    String node = colourBy.substring(DISTANCE.length());
    return host.nodes().values().stream()
        .filter(each -> Integer.toString(each.osIndex()).equals(node))
        .findFirst()
        .<Colouring>map(each -> new Colouring.ByDistance(each.id()))
        .orElseThrow(() -> new FormatException("--colour-by", 0, nodes(host, node)));
  }

  private static String nodes(HostTopology host, String wanted) {
    var known =
        host.nodes().values().stream()
            .map(NumaNode::osIndex)
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "There is no NUMA node '" + wanted + "' on this host; it has " + known + ".";
  }
}
