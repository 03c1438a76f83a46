package org.numascape.cli;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.document.HostOpener;
import org.numascape.document.SettingsText;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.readiness.Checklist;
import org.numascape.readiness.StepState;
import org.numascape.remote.SettingsOverSsh;
import org.numascape.remote.SshAddress;
import org.numascape.topology.HostSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells how far a host is set for its guests, and how to set it.
@Command(
    name = "readiness",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how far a host is set for its guests: huge pages, governor, NUMA balancing, isolation,"
          + " idle states, placement, CPU and caches. What nobody read is unknown, never done.",
      "",
      "Settings come from /sys and /proc where the HOST is \"this\" or an archive; else run the"
          + " commands that --collector prints on the host and give their output to --settings, or"
          + " let --ssh do it. They only read and need no root.",
      "",
      "Exit status 1 where a step is not done, done in part, or unknown."
    })
final class ReadinessVerb implements Callable<Integer> {
  private final Console console;
  private final HostOpener opener;
  private final InputStream input;

  @Mixin private GuestsOnHost given = new GuestsOnHost();

  @Option(names = "--json", description = "One JSON object a line, one line a step.")
  private boolean json;

  @Option(
      names = "--commands",
      description = "Also the commands that do each step, and those that undo it.")
  private boolean commands;

  @Option(
      names = "--script",
      description = "Only one root shell script of all that is to be done and lasts.")
  private boolean script;

  @Option(names = "--undo", description = "Only the script that takes that back.")
  private boolean undo;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "What the --collector printed on the host; - for standard input, this for the machine you"
              + " are on.")
  private String settings = "";

  @Option(
      names = "--ssh",
      paramLabel = "[USER@]HOST",
      description =
          "Reads the settings with your own ssh: keys from the agent, unknown host keys refused.")
  private String ssh = "";

  @Option(
      names = "--collector",
      description = "Prints the commands to run on the host, and does nothing else.")
  private boolean collector;

  ReadinessVerb(Console console, HostOpener opener, InputStream input) {
    this.console = console;
    this.opener = opener;
    this.input = input;
  }

  @Override
  public Integer call() throws FormatException, HypervisorException {
    if (collector) {
      console.out().print(SettingsText.commands());
      return 0;
    }
    if (!given.named()) {
      throw new FormatException("readiness", 0, "Name a HOST or DESIGN, or --collector.");
    }
    var design = design();
    var checklist = Checklist.of(Analysis.of(design));
    if (script || undo) {
      console.out().print(undo ? checklist.undoScript() : checklist.script());
      return 0;
    }
    if (json) {
      checklist.steps().forEach(step -> console.say(StepText.json(step).toString()));
    } else {
      console.out().print(StepText.head(design.host().facts().settings(), checklist));
      checklist.steps().forEach(step -> console.out().print(StepText.of(step, commands)));
    }
    return ready(checklist) ? 0 : Failures.FOUND;
  }

  private static boolean ready(Checklist checklist) {
    return checklist.count(StepState.DONE) + checklist.count(StepState.NOT_NEEDED)
        == checklist.steps().size();
  }

  private Design design() throws FormatException, HypervisorException {
    var design = given.open(opener, console);
    var told = told();
    if (told.isEmpty()) {
      return design;
    }
    SettingsText.misfit(design.host(), told.get()).ifPresent(console::note);
    return SettingsText.noted(design, told.get());
  }

  private Optional<HostSettings> told() throws FormatException, HypervisorException {
    if (!ssh.isEmpty()) {
      return Optional.of(overSsh(address()));
    }
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    if (settings.equals("this")) {
      return Optional.of(SettingsText.ofThisMachine(Instant.now()));
    }
    String text = new TextInput(settings, input).text();
    return Optional.of(SettingsText.read(settings, text, Optional.of(Instant.now())));
  }

  /// A host that does not let itself be read is no unreadable text.
  private static HostSettings overSsh(SshAddress address) throws HypervisorException {
    try (var remote = new SettingsOverSsh()) {
      return remote.read(address);
    } catch (FormatException silent) {
      String said = String.valueOf(silent.getMessage());
      String prefix = silent.source() + ": ";
      throw new HypervisorException(
          new HypervisorFailure.Unreachable(
              silent.source(), said.startsWith(prefix) ? said.substring(prefix.length()) : said));
    }
  }

  private SshAddress address() throws FormatException {
    try {
      return SshAddress.parse(ssh);
    } catch (IllegalArgumentException e) {
      throw new FormatException("--ssh", 0, e.getMessage() + ".");
    }
  }
}
