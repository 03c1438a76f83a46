package org.numascape.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.numascape.apply.ApplyPlan;
import org.numascape.document.Conflict;
import org.numascape.document.HostRefresh;
import org.numascape.document.Merged;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says what applying a design to a host would change.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Says what apply would change, in words and as unified XML diffs.")
final class DiffVerb implements Callable<Integer> {
  private final Console console;
  private final Connector connector;

  @Mixin private LiveDesign arguments = new LiveDesign();

  DiffVerb(Console console, Connector connector) {
    this.console = console;
    this.connector = connector;
  }

  @Override
  public Integer call() throws FormatException, HypervisorException {
    var merged = merged();
    merged.conflicts().stream().map(Conflict::sentence).forEach(console::note);
    var plan = ApplyPlan.of(merged.design(), Map.of());
    console.out().print(PlanText.of(plan));
    return plan.isEmpty() ? 0 : Failures.FOUND;
  }

  private Merged merged() throws FormatException, HypervisorException {
    var wanted = arguments.design();
    try (var hypervisor = connector.connect(arguments.uri(), true)) {
      return new HostRefresh(hypervisor).mergeInto(wanted);
    }
  }
}
