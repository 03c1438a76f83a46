package org.numascape.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostOpener;
import org.numascape.document.TextFile;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.LabelMode;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Palette;
import org.numascape.format.FormatException;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.format.picture.SvgWriter;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Draws a host or a design.
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = "Draws a host, or a design, as the window shows it.")
final class RenderVerb implements Callable<Integer> {
  private final Console console;
  private final HostOpener opener;

  @Parameters(paramLabel = "HOST", description = "libvirt URI, file, sample:NAME or design.")
  private String host = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to: a file that ends in .svg, or - for SVG on standard output.")
  private String output = "";

  @Option(names = "--design", paramLabel = "FILE", description = "Lays this design over the host.")
  private @Nullable Path design;

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      defaultValue = "light",
      description = "light, dark or grey; ${DEFAULT-VALUE} by default.")
  private Theme theme = Theme.LIGHT;

  @Option(
      names = "--labels",
      paramLabel = "LABELS",
      defaultValue = "physical",
      description = "logical, physical, both or none; ${DEFAULT-VALUE} by default.")
  private LabelMode labels = LabelMode.PHYSICAL;

  @Mixin private HostTexts texts = new HostTexts();

  RenderVerb(Console console, HostOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  /// The palettes by the words of the command line.
  enum Theme {
    LIGHT,
    DARK,
    GREY;

    Palette palette() {
      return switch (this) {
        case LIGHT -> Palette.light();
        case DARK -> Palette.dark();
        case GREY -> Palette.grey();
      };
    }
  }

  @Override
  public Integer call() throws FormatException, HypervisorException, IOException {
    requireWritable();
    byte[] svg = svg(drawn()).getBytes(StandardCharsets.UTF_8);
    if (output.equals("-")) {
      console.out().write(svg, 0, svg.length);
    } else {
      TextFile.write(Path.of(output), svg);
    }
    return 0;
  }

  private void requireWritable() throws FormatException {
    String name = output.toLowerCase(Locale.ROOT);
    if (!output.equals("-") && !name.endsWith(".svg")) {
      throw new FormatException(output, 0, "This version writes SVG only; end the name in .svg.");
    }
  }

  private Design drawn() throws FormatException, HypervisorException {
    var opened = texts.open(opener, host).design();
    var over = Optional.ofNullable(design);
    return over.isEmpty()
        ? opened
        : DesignFiles.open(over.get()).design().onHost(opened.host(), opened.source());
  }

  private String svg(Design drawn) {
    var options = DrawingOptions.STANDARD.labelled(labels);
    var drawing = Layout.draw(Analysis.of(drawn), options, new FixedTextMetrics());
    return SvgWriter.write(drawing, theme.palette());
  }
}
