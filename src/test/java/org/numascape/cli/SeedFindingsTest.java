package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.numascape.SharedData;

/// The worked examples of five public documents on guests and NUMA, and exactly what `check` and
/// `lint` find in them: `seeds/findings.txt`, where each finding is justified by its id in the
/// checklist of those documents. The hosts and guests are in files beside it, written by hand; each
/// says what it is of.
final class SeedFindingsTest {

  private static final Path SEEDS = Path.of("test/resources/org/numascape/cli/seeds");
  private static final Pattern ID = Pattern.compile("S[1-5]-M?\\d{1,2}");

  /// A run of the program, what it shall find, and why.
  private record Example(String command, List<String> findings, List<String> reasons) {

    List<String> found() {
      var arguments = Stream.of(command.split(" ", -1)).map(Example::file).toArray(String[]::new);
      var run = Run.of(arguments);
      return Stream.concat(
              run.out().lines(),
              run.err().lines().filter(line -> run.status() == Failures.UNREADABLE))
          .filter(line -> !line.startsWith(" "))
          .map(line -> line.replace(SEEDS + "/", ""))
          .toList();
    }

    private static String file(String word) {
      Path file = SEEDS.resolve(word);
      return Files.exists(file) ? file.toString() : word;
    }
  }

  private static List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    var reasons = new ArrayList<String>();
    for (String line : Files.readAllLines(SEEDS.resolve("findings.txt"))) {
      if (line.startsWith("$ numascape ")) {
        reasons.clear();
        examples.add(
            new Example(
                line.substring("$ numascape ".length()), new ArrayList<>(), new ArrayList<>()));
      } else if (line.startsWith("#")) {
        reasons.add(line);
      } else if (!line.isBlank()) {
        examples.getLast().findings().add(line);
        examples.getLast().reasons().add(String.join(" ", reasons));
        reasons.clear();
      }
    }
    return examples;
  }

  @TestFactory
  Stream<DynamicTest> anExampleHasExactlyTheFindingsThatAreJustified() throws IOException {
    return examples().stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.command(),
                () -> assertThat(example.found()).isEqualTo(example.findings())));
  }

  @Test
  void everyFindingIsJustifiedByAnIdOfTheChecklist() throws IOException {
    for (var example : examples()) {
      for (int i = 0; i < example.findings().size(); i++) {
        assertThat(example.reasons().get(i))
            .as("above \"%s\" of %s", example.findings().get(i), example.command())
            .containsPattern(ID);
      }
    }
  }

  @Test
  void everyFileIsAnExample() throws IOException {
    try (var files = Files.list(SEEDS)) {
      var used = examples().stream().map(Example::command).toList();

      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(file -> !file.equals("findings.txt"))
          .allSatisfy(
              file -> assertThat(used).as(file).anyMatch(command -> command.contains(file)));
    }
  }

  @Test
  void theIdsAreThoseOfTheChecklist() throws IOException {
    Path checklist = SharedData.folder("libvirt-domains").resolve("../../facts/checklist.md");
    Assumptions.assumeTrue(
        Files.exists(checklist),
        "skipped: there is no shared/facts/checklist.md beside the checkout");
    var known = ids(Files.readString(checklist));

    assertThat(known).containsAll(ids(Files.readString(SEEDS.resolve("findings.txt"))));
  }

  private static Set<String> ids(String text) {
    var found = new TreeSet<String>();
    ID.matcher(text).results().forEach(match -> found.add(match.group()));
    return found;
  }
}
