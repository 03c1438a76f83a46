package org.numascape.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.numascape.apply.ApplyPlan;
import org.numascape.document.Conflict;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostRefresh;
import org.numascape.document.Merged;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Says what applying a design to a host would change.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Says what apply would change, in words and as unified XML diffs.")
final class DiffVerb implements Callable<Integer> {
  private final Console console;
  private final Connector connector;

  @Parameters(index = "0", paramLabel = "URI", description = "libvirt URI of the host.")
  private String uri = "";

  @Parameters(index = "1", paramLabel = "DESIGN", description = "The design file.")
  private Path design = Path.of("");

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
    var wanted = DesignFiles.open(design).design();
    try (var hypervisor = connector.connect(uri, true)) {
      return new HostRefresh(hypervisor).mergeInto(wanted);
    }
  }
}
