package org.numascape.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.numascape.document.HostOpener;
import org.numascape.document.TextFile;
import org.numascape.format.FormatException;
import org.numascape.format.hwloc.HwlocWriter;
import org.numascape.format.synthetic.SyntheticWriter;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.topology.HostTopology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a host in a form that other programs read.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a host for other programs: as the XML of hwloc 2, which lstopo opens, or in hwloc's"
          + " synthetic grammar, for lstopo -i \"...\".",
      "",
      "The XML has no place for free memory and pages, isolated CPUs, IOMMU groups and cache"
          + " partitions; serial numbers and addresses are never written. The synthetic grammar"
          + " only says what is inside what, and only of hosts whose parts are all alike."
    })
final class ExportVerb implements Callable<Integer> {
  private final Console console;
  private final HostOpener opener;

  @Parameters(paramLabel = "HOST", description = "libvirt URI, file, sample:NAME or design.")
  private String host = "";

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      defaultValue = "hwloc",
      description = "hwloc or synthetic; ${DEFAULT-VALUE} by default.")
  private As form = As.HWLOC;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where to; standard output by default.")
  private String output = "-";

  @Option(
      names = "--anonymous",
      description = "Leaves out the host's name and what else tells whose machine it is.")
  private boolean anonymous;

  @Mixin private HostTexts texts = new HostTexts();

  ExportVerb(Console console, HostOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  /// The formats by the words of the command line.
  enum As {
    HWLOC,
    SYNTHETIC
  }

  @Override
  public Integer call() throws FormatException, HypervisorException, IOException {
    byte[] text = text(texts.open(opener, host).design().host()).getBytes(StandardCharsets.UTF_8);
    if (output.equals("-")) {
      console.out().write(text, 0, text.length);
    } else {
      TextFile.write(Path.of(output), text);
    }
    return 0;
  }

  private String text(HostTopology exported) throws FormatException {
    var names = anonymous ? HwlocWriter.Names.LEFT_OUT : HwlocWriter.Names.KEPT;
    return switch (form) {
      case HWLOC -> HwlocWriter.write(exported, names);
      case SYNTHETIC -> {
        var description = SyntheticWriter.write(exported);
        description.lost().forEach(console.err()::println);
        yield description.text() + "\n";
      }
    };
  }
}
