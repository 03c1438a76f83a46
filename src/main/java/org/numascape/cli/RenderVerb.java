package org.numascape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostOpener;
import org.numascape.document.TextFile;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Legend;
import org.numascape.drawing.Palette;
import org.numascape.format.FormatException;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.format.picture.Picture;
import org.numascape.format.picture.PictureFormat;
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

  @Parameters(paramLabel = "HOST", description = "libvirt URI, file, this, sample:NAME or design.")
  private String host = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description =
          "Where to: a file that ends in .svg, .png or .pdf, or - for SVG on standard output.")
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
      names = "--scale",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description =
          "How much larger than on the screen, up to 8. Below 1 shows what the screen shows at that"
              + " zoom.")
  private double scale = 1;

  @Option(names = "--transparent", description = "Leaves out the background.")
  private boolean transparent;

  @Option(
      names = "--legend",
      description = "Says below the picture what its colours and signs mean.")
  private boolean legend;

  @Option(
      names = "--no-names",
      description = "Leaves out the names of the host and of the virtual machines.")
  private boolean nameless;

  @Mixin private RenderOptions how = new RenderOptions();

  @Mixin private HostTexts texts = new HostTexts();

  @Mixin private LatencyOption latencies = new LatencyOption();

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
    var format = format();
    requireSeen();
    var background = transparent ? Picture.Background.NONE : Picture.Background.CANVAS;
    var picture = new Picture(drawing(), theme.palette(), scale, background);
    if (output.equals("-")) {
      format.writer().write(picture, console.out());
    } else {
      TextFile.write(Path.of(output), format.bytes(picture));
    }
    return 0;
  }

  private PictureFormat format() throws FormatException {
    if (output.equals("-")) {
      return PictureFormat.SVG;
    }
    return PictureFormat.ofFileName(output)
        .orElseThrow(
            () -> new FormatException(output, 0, "A picture's name ends in .svg, .png or .pdf."));
  }

  private void requireSeen() throws FormatException {
    if (!(scale > 0) || scale > Picture.LARGEST_SCALE) {
      throw new FormatException("--scale", 0, "Give a number above 0 and up to 8.");
    }
  }

  private Drawing drawing() throws FormatException, HypervisorException {
    var whole = latencies.applyTo(drawn());
    var shown = nameless ? Nameless.of(whole) : whole;
    var options = how.options(shown.host());
    var facts = Analysis.of(shown);
    var metrics = new FixedTextMetrics();
    var drawing = Layout.draw(facts, options, metrics);
    return legend ? Legend.below(drawing, Legend.of(facts, options), metrics) : drawing;
  }

  private Design drawn() throws FormatException, HypervisorException {
    var opened = texts.open(opener, host).design();
    var over = Optional.ofNullable(design);
    return over.isEmpty()
        ? opened
        : DesignFiles.open(over.get()).design().onHost(opened.host(), opened.source());
  }
}
