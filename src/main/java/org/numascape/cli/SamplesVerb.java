package org.numascape.cli;

import java.util.concurrent.Callable;
import org.numascape.format.FormatException;
import org.numascape.sample.SampleHosts;
import picocli.CommandLine.Command;

/// Lists the sample hosts: name, what it is, how large it is.
@Command(
    name = "samples",
    mixinStandardHelpOptions = true,
    description = "Lists the sample hosts; use one as sample:NAME.")
final class SamplesVerb implements Callable<Integer> {
  private final Console console;

  SamplesVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws FormatException {
    int widest = SampleHosts.names().stream().mapToInt(String::length).max().orElse(0);
    for (String name : SampleHosts.names()) {
      console.say(name + " ".repeat(widest - name.length() + 2) + SampleHosts.load(name).title());
    }
    return 0;
  }
}
