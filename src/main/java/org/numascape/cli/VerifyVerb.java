package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.numascape.apply.Finding;
import org.numascape.apply.Verification;
import org.numascape.apply.Verification.Verdict;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Compares a design with what its host really has.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Compares a design with what the host really has, defined and running.")
final class VerifyVerb implements Callable<Integer> {
  private final Console console;
  private final Connector connector;

  @Mixin private LiveDesign arguments = new LiveDesign();

  @Option(names = "--json", description = "One JSON object a line, one line a thing compared.")
  private boolean json;

  VerifyVerb(Console console, Connector connector) {
    this.console = console;
    this.connector = connector;
  }

  @Override
  public Integer call() throws FormatException, HypervisorException {
    var verdicts = verdicts();
    for (var verdict : verdicts) {
      for (var finding : verdict.findings()) {
        console.say(
            json ? json(verdict, finding).toString() : verdict.name() + ": " + finding.line());
      }
    }
    return verdicts.stream().allMatch(Verdict::verified) ? 0 : Failures.FOUND;
  }

  private List<Verdict> verdicts() throws FormatException, HypervisorException {
    var design = arguments.design();
    try (var hypervisor = connector.connect(arguments.uri(), true)) {
      return Verification.of(design, hypervisor);
    }
  }

  private static ObjectNode json(Verdict verdict, Finding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("domain", verdict.name())
        .put("where", finding.side().word())
        .put("wanted", finding.words())
        .put("result", finding.match().name().toLowerCase(Locale.ROOT))
        .put("found", finding.found());
  }
}
