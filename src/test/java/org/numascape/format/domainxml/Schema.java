package org.numascape.format.domainxml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/// libvirt's own schema for domains, as its packages install it, and xmllint to check many files
/// with it at once.
final class Schema {

  private static final Path DOMAIN = Path.of("/usr/share/libvirt/schemas/domain.rng");

  private Schema() {}

  /// Skips the test that calls where there is no schema or no xmllint.
  static void assumeThere() {
    Assumptions.assumeTrue(
        Files.exists(DOMAIN), "skipped: libvirt's schemas are not installed on this machine");
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/xmllint")),
        "skipped: xmllint is not installed on this machine");
  }

  /// Those of the files that the schema takes, and what is wrong with the others.
  record Verdict(Set<Path> valid, String complaints) {}

  /// Checks files.
  static Verdict of(List<Path> files) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("/usr/bin/xmllint", "--noout", "--relaxng"));
    command.add(DOMAIN.toString());
    files.forEach(file -> command.add(file.toString()));
    var output = Files.createTempFile("xmllint", ".txt");
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start()
          .waitFor();
      var valid = new TreeSet<Path>();
      var complaints = new StringBuilder();
      for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
        if (line.endsWith(" validates")) {
          valid.add(Path.of(line.substring(0, line.length() - " validates".length())));
        } else {
          complaints.append(line).append('\n');
        }
      }
      return new Verdict(valid, complaints.toString());
    } finally {
      Files.delete(output);
    }
  }
}
