package org.numascape.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.numascape.analysis.Analysis;
import org.numascape.check.Problem;
import org.numascape.check.Report;
import org.numascape.check.RuleText;
import org.numascape.check.Undecided;
import org.numascape.design.Design;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says what is wrong with a design, or with guests on a host.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong, worst first. Guests that are on the host already count too.")
final class CheckVerb implements Callable<Integer> {
  private final Console console;
  private final HostOpener opener;

  @Mixin private GuestsOnHost given = new GuestsOnHost();

  @Option(names = "--json", description = "One JSON object a line, one line a problem.")
  private boolean json;

  @Mixin private FailOn failOn = new FailOn();

  @Option(
      names = "--explain",
      paramLabel = "RULE",
      description = "Explains a rule, N-02 say, and checks nothing; \"all\" explains every rule.")
  private String explain = "";

  @Option(
      names = "--mute",
      paramLabel = "RULE[:GUEST]=REASON",
      description =
          "Leaves a rule out, for one guest or for all; told at the end, with the reason.")
  private List<String> mutes = List.of();

  @Option(
      names = "--unknown",
      description =
          "Also tells which rules cannot decide, and which of the host's settings they lack.")
  private boolean unknown;

  @Mixin private LatencyOption latencies = new LatencyOption();

  CheckVerb(Console console, HostOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  @Override
  public Integer call() throws FormatException, HypervisorException {
    if (!explain.isEmpty()) {
      explain();
      return 0;
    }
    if (!given.named()) {
      throw new FormatException("check", 0, "Name a HOST or DESIGN, or a rule to --explain.");
    }
    var design = latencies.applyTo(muted(given.open(opener, console)));
    var report = Report.of(Analysis.of(design));
    for (var problem : report.problems()) {
      console.say(
          json ? ProblemText.json(problem, design).toString() : ProblemText.lines(problem, design));
    }
    for (var muted : report.muted()) {
      console.say(
          json ? ProblemText.json(muted, design).toString() : ProblemText.lines(muted, design));
    }
    if (!json && report.problems().isEmpty()) {
      console.note("no problems found.");
    }
    tellUndecided(report.undecided());
    return failOn.status(report.problems().stream().map(Problem::severity));
  }

  /// Rules that cannot tell are neither problems nor an all-clear.
  private void tellUndecided(List<Undecided> undecided) {
    if (unknown) {
      undecided.forEach(
          one -> console.say(json ? UndecidedText.json(one).toString() : UndecidedText.line(one)));
    } else if (!undecided.isEmpty()) {
      console.note(UndecidedText.summary(undecided));
    }
  }

  private void explain() throws FormatException {
    var wanted = explain.equals("all") ? RuleText.all() : RuleText.find(explain).stream().toList();
    if (wanted.isEmpty()) {
      throw new FormatException(
          "--explain", 0, "There is no rule \"" + explain + "\"; \"--explain all\" lists them.");
    }
    wanted.forEach(
        text -> console.say(json ? RuleWords.json(text).toString() : RuleWords.lines(text)));
  }

  private Design muted(Design design) throws FormatException {
    var changed = design;
    for (String mute : mutes) {
      changed = MuteOption.of(mute).applyTo(changed);
    }
    return changed;
  }
}
