package org.numascape.format.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// hwloc's own lstopo, where it is installed; tests that compare with it are skipped elsewhere.
final class InstalledLstopo {

  private InstalledLstopo() {}

  /// What `lstopo ARGUMENTS` prints. Skips the test where there is no lstopo 2.
  static String output(String... arguments) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        run(List.of("--version")).contains(" 2."), "skipped: no lstopo 2 is installed");
    return run(List.of(arguments));
  }

  private static String run(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("lstopo-no-graphics"));
    command.addAll(arguments);
    var process = new ProcessBuilder(command);
    process.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      var running = process.start();
      var text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      running.waitFor(20, TimeUnit.SECONDS);
      return text;
    } catch (IOException absent) {
      return "";
    }
  }
}
