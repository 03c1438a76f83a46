package org.numascape.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.numascape.apply.ApplyPlan;
import org.numascape.comparison.ComparisonText;
import org.numascape.document.Conflict;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostRefresh;
import org.numascape.document.Merged;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says what applying a design to a host would change, or what differs between two designs.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Says what apply would change, in words and as unified XML diffs. With a design in place of"
            + " the URI (or FILE#NAME, a snapshot in one): what differs between the two.")
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
    if (DesignState.of(arguments.text()).named()) {
      return designs();
    }
    var merged = merged();
    merged.conflicts().stream().map(Conflict::sentence).forEach(console::note);
    var plan = ApplyPlan.of(merged.design(), Map.of());
    console.out().print(PlanText.of(plan));
    return plan.isEmpty() ? 0 : Failures.FOUND;
  }

  private int designs() throws FormatException {
    var first = DesignState.of(arguments.text());
    var before = first.in(DesignFiles.open(Path.of(first.file())).design());
    var comparison = ComparisonText.of(before, arguments.design());
    console.out().print(comparison.words());
    console.out().print(comparison.xml());
    return comparison.isEmpty() ? 0 : Failures.FOUND;
  }

  private Merged merged() throws FormatException, HypervisorException {
    var wanted = arguments.design();
    try (var hypervisor = connector.connect(arguments.uri(), true)) {
      return new HostRefresh(hypervisor).mergeInto(wanted);
    }
  }
}
