package org.numascape.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.numascape.apply.Applier;
import org.numascape.apply.ApplyPlan;
import org.numascape.apply.ApplyReport;
import org.numascape.apply.Outcome;
import org.numascape.apply.Progress;
import org.numascape.apply.Reason;
import org.numascape.apply.RestorePoints;
import org.numascape.apply.When;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.document.Conflict;
import org.numascape.document.HostRefresh;
import org.numascape.document.Merged;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Brings a design to a host: shows what will change, asks, applies, reads back.
///
/// The host is read anew first, so that passwords and everything else a design does not hold stay
/// the host's.
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Applies a design. A guest that fails is set back to what it was.",
      "Without --live and --config, changes go wherever they can."
    })
final class ApplyVerb implements Callable<Integer> {
  private final Console console;
  private final Connector connector;
  private final RestorePoints restorePoints;

  @Mixin private LiveDesign arguments = new LiveDesign();

  @Option(names = "--live", description = "Changes running guests.")
  private boolean live;

  @Option(names = "--config", description = "Changes definitions, for the next start.")
  private boolean config;

  @Option(names = "--dry-run", description = "Only shows what would change.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  @Option(
      names = "--overwrite",
      description = "Goes on where somebody changed the same thing on the host meanwhile.")
  private boolean overwrite;

  ApplyVerb(Console console, Connector connector, RestorePoints restorePoints) {
    this.console = console;
    this.connector = connector;
    this.restorePoints = restorePoints;
  }

  @Override
  public Integer call() throws FormatException, HypervisorException {
    var wanted = arguments.design();
    try (var hypervisor = connector.connect(arguments.uri(), dryRun)) {
      var merged = new HostRefresh(hypervisor).mergeInto(wanted);
      var plan = ApplyPlan.of(merged.design(), choices(merged.design()));
      merged.conflicts().stream().map(Conflict::sentence).forEach(console::note);
      console.out().print(PlanText.of(plan));
      if (plan.isEmpty()) {
        console.note("there is nothing to do.");
        return 0;
      }
      return dryRun ? 0 : applied(hypervisor, plan, merged);
    }
  }

  /// Without a choice a guest's changes take effect wherever they can; guests that only run
  /// elsewhere than they are defined are moved on request.
  private Map<DomainId, When> choices(Design design) {
    var choices = new HashMap<DomainId, When>();
    if (live != config) {
      var when = live ? When.NOW : When.NEXT_START;
      design.changedGuests().forEach(guest -> choices.put(guest.id(), when));
    }
    if (live) {
      ApplyPlan.pending(design).forEach(id -> choices.put(id, When.NOW));
    }
    return choices;
  }

  private int applied(Hypervisor hypervisor, ApplyPlan plan, Merged merged)
      throws HypervisorException {
    if (!merged.conflicts().isEmpty() && !overwrite) {
      console.note(
          "nothing was applied, see above; add --overwrite to apply the design all the same.");
      return Failures.FOUND;
    }
    if (!yes) {
      var answer = console.question().apply("Apply this? [y/N] ");
      if (answer.isEmpty()) {
        console.note(
            "nothing was applied: nobody is here to be asked; add --yes to go on without.");
        return Failures.UNREADABLE;
      }
      if (!answer.get().strip().toLowerCase(Locale.ROOT).startsWith("y")) {
        console.note("nothing was applied.");
        return Failures.FOUND;
      }
    }
    var report = new Applier(hypervisor, restorePoints).apply(plan, this::tell);
    console.out().print("\n" + report.text());
    return status(report);
  }

  private void tell(Progress progress) {
    if (progress instanceof Progress.Started(var step)) {
      console.note(step.toString());
    }
  }

  private static int status(ApplyReport report) {
    if (report.complete()) {
      return 0;
    }
    boolean refused =
        report.domains().stream()
                .anyMatch(o -> o instanceof Outcome.Failed f && f.reason() instanceof Reason.Host)
            || report.pools().stream()
                .flatMap(pool -> pool.reason().stream())
                .anyMatch(reason -> reason instanceof Reason.Host);
    return refused ? Failures.HOST : Failures.FOUND;
  }
}
