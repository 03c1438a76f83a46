package org.numascape.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.numascape.document.HostOpener;
import org.numascape.document.OpenedHost;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what hosts are made of.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Tells what hosts are made of: counts, each node's CPUs, memory and distances, and whatever"
            + " else the source tells, with guesses and contradictions marked.")
final class ShowVerb implements Callable<Integer> {
  /// Tables need so much.
  private static final int NARROWEST = 40;

  private static final int USUAL = 80;

  private final Console console;
  private final HostOpener opener;

  @Parameters(
      paramLabel = "HOST",
      arity = "1..*",
      description =
          "libvirt URI, file, this, sample:NAME or synthetic:DESCRIPTION; a design shows its host.")
  private List<String> hosts = List.of();

  @Option(names = "--json", description = "One JSON object a line, one line a host.")
  private boolean json;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "How long lines of text may get; else as $COLUMNS says, or 80.")
  private int width = columns(System.getenv("COLUMNS"));

  @Mixin private HostTexts texts = new HostTexts();

  @Mixin private LatencyOption latencies = new LatencyOption();

  ShowVerb(Console console, HostOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  /// A host that cannot be read does not keep the others from being told; the worst status counts.
  @Override
  public Integer call() {
    int worst = 0;
    String separator = "";
    for (String host : hosts) {
      try {
        String told = told(host);
        console.out().print(separator + told);
        separator = json ? "" : "\n";
      } catch (FormatException | HypervisorException e) {
        worst = Math.max(worst, Failures.status(e, console));
      }
    }
    return worst;
  }

  private String told(String text) throws FormatException, HypervisorException {
    var opened = texts.open(opener, text);
    if (opened instanceof OpenedHost host) {
      console.notes(host.leftOut());
    }
    return json
        ? HostJson.of(texts.name(text), opened.design()) + "\n"
        : HostText.of(
            texts.name(text), latencies.applyTo(opened.design()), Math.max(width, NARROWEST));
  }

  /// The width of the terminal, where the shell tells it.
  private static int columns(@Nullable String told) {
    return told != null && told.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(told) : USUAL;
  }
}
