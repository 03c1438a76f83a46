package org.numascape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.numascape.analysis.Analysis;
import org.numascape.check.Checks;
import org.numascape.check.Problem;
import org.numascape.check.Severity;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.document.HostOpener;
import org.numascape.document.OpenedHost;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what is wrong with a design, or with guests on a host.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong, worst first. Guests that are on the host already count too.")
final class CheckVerb implements Callable<Integer> {
  private final Console console;
  private final HostOpener opener;

  @Parameters(
      index = "0",
      paramLabel = "HOST or DESIGN",
      description = "libvirt URI, file, sample:NAME or design.")
  private String host = "";

  @Parameters(
      index = "1..*",
      paramLabel = "DOMAIN.xml",
      description = "Guests to put on the host; one of the same name is replaced.")
  private List<Path> domains = List.of();

  @Option(names = "--json", description = "One JSON object a line, one line a problem.")
  private boolean json;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "Exit status 1 from this severity on: error, warning, info; ${DEFAULT-VALUE} by default.")
  private Severity failOn = Severity.ERROR;

  @Mixin private HostTexts texts = new HostTexts();

  CheckVerb(Console console, HostOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  @Override
  public Integer call() throws FormatException, HypervisorException {
    var design = design();
    var problems = Checks.examine(Analysis.of(design));
    for (var problem : problems) {
      console.say(
          json ? ProblemText.json(problem, design).toString() : ProblemText.lines(problem, design));
    }
    if (!json && problems.isEmpty()) {
      console.note("no problems found.");
    }
    return problems.stream().map(Problem::severity).anyMatch(this::fails) ? Failures.FOUND : 0;
  }

  private boolean fails(Severity severity) {
    return severity.compareTo(failOn) <= 0;
  }

  private Design design() throws FormatException, HypervisorException {
    var opened = texts.open(opener, host);
    if (opened instanceof OpenedHost read) {
      console.notes(read.leftOut());
    }
    var design = opened.design();
    var guests = new ArrayList<Guest>();
    for (Path file : domains) {
      guests.add(HostOpener.guest(file, design.guests().size() + guests.size()));
    }
    return guests.isEmpty() ? design : added(design, guests);
  }

  /// A guest replaces the one of its id, and the one of its name, which libvirt would not let stand
  /// beside it.
  private static Design added(Design design, List<Guest> guests) {
    var changed = design;
    for (var guest : guests) {
      for (var old : changed.guests()) {
        if (old.name().equals(guest.name())) {
          changed = new Edit.RemoveGuest(old.id()).applyTo(changed);
        }
      }
      changed = new Edit.AddGuests(List.of(guest)).applyTo(changed);
    }
    return changed;
  }
}
