package org.numascape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostOpener;
import org.numascape.document.TextFile;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Legend;
import org.numascape.drawing.Palette;
import org.numascape.drawing.TextMetrics;
import org.numascape.format.FormatException;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.format.picture.Picture;
import org.numascape.format.picture.PictureFormat;
import org.numascape.guest.GuestPicture;
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
      names = "--guest",
      paramLabel = "NAME",
      description =
          "Draws what this virtual machine sees beside the host, with lines to where its cores and"
              + " cells sit and notes on what does not fit.")
  private @Nullable String guest;

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
    var wanted = Optional.ofNullable(guest);
    var drawing =
        wanted.isEmpty()
            ? Layout.draw(facts, options, metrics)
            : beside(whole, wanted.get(), shown, options, metrics);
    return legend ? Legend.below(drawing, Legend.of(facts, options), metrics) : drawing;
  }

  /// @param whole names its guests, where `shown` may not
  private static Drawing beside(
      Design whole, String name, Design shown, DrawingOptions options, TextMetrics metrics)
      throws FormatException {
    for (int at = 0; at < whole.guests().size(); at++) {
      var one = whole.guests().get(at);
      if (one.name().equals(name) || one.id().value().equals(name)) {
        return GuestPicture.of(shown, shown.guests().get(at).id(), options, metrics).orElseThrow();
      }
    }
    var known = whole.guests().stream().map(Guest::name).collect(Collectors.joining(", "));
    throw new FormatException(
        "--guest",
        0,
        known.isEmpty()
            ? "There is no virtual machine on this host; give a design or a connection."
            : "There is no virtual machine '" + name + "'; there are " + known + ".");
  }

  private Design drawn() throws FormatException, HypervisorException {
    var opened = texts.open(opener, host).design();
    var over = Optional.ofNullable(design);
    return over.isEmpty()
        ? opened
        : DesignFiles.open(over.get()).design().onHost(opened.host(), opened.source());
  }
}
