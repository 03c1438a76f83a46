package org.numascape.format.hwloc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;

/// The installed hwloc, asked about a file.
final class Hwloc {

  /// Kinds that hwloc counts in one go; groups stand on several levels and are counted in a list.
  static final List<ObjectKind> COUNTED =
      Arrays.stream(ObjectKind.values())
          .filter(kind -> kind != ObjectKind.MACHINE && kind != ObjectKind.GROUP)
          .toList();

  private Hwloc() {}

  static void assumeInstalled() {
    boolean installed =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "hwloc-calc")));
    Assumptions.assumeTrue(installed, "skipped: hwloc-calc is not installed");
  }

  /// How many objects of each kind hwloc finds, groups included.
  static Map<ObjectKind, Long> counts(Path file) throws Exception {
    var counts = new LinkedHashMap<ObjectKind, Long>();
    for (ObjectKind kind : COUNTED) {
      counts.put(kind, count(file, kind));
    }
    counts.put(ObjectKind.GROUP, groups(file));
    return counts;
  }

  /// How many objects of each of these kinds a host has.
  static Map<ObjectKind, Long> counts(HostTopology host) {
    var counts = new LinkedHashMap<ObjectKind, Long>();
    COUNTED.forEach(kind -> counts.put(kind, count(host, kind)));
    counts.put(ObjectKind.GROUP, count(host, ObjectKind.GROUP));
    return counts;
  }

  static long count(HostTopology host, ObjectKind kind) {
    return host.objects().filter(object -> object.id().kind() == kind).count();
  }

  /// Without `-n` hwloc-calc would not count nodes that have no CPUs; after it stands no topology
  /// option.
  private static long count(Path file, ObjectKind kind) throws Exception {
    boolean memory = kind == ObjectKind.NUMA_NODE || kind == ObjectKind.MEMORY_CACHE;
    String answer =
        ask(
            "hwloc-calc",
            "--disallowed",
            "-i",
            file.toString(),
            "--if",
            "xml",
            memory ? "-n" : "-q",
            "-N",
            kind.hwlocName(),
            "all");
    return answer.isBlank() ? 0 : Long.parseLong(answer.strip());
  }

  /// lstopo writes one line a level: ` depth 3: 4 Group0 (type #12)`.
  private static long groups(Path file) throws Exception {
    String summary =
        ask(
            "lstopo",
            "--disallowed",
            "-i",
            file.toString(),
            "--if",
            "xml",
            "-s",
            "--filter",
            "all:all");
    return summary
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 3 && words[3].startsWith("Group"))
        .mapToLong(words -> Long.parseLong(words[2]))
        .sum();
  }

  /// What a tool prints.
  static String ask(String... command) throws Exception {
    return run(ProcessBuilder.Redirect.DISCARD, command);
  }

  /// What a tool prints, its warnings and complaints included.
  static String askWithComplaints(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer;
  }

  private static String run(ProcessBuilder.Redirect errors, String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectError(errors).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer;
  }

  /// hwloc's own test files of one branch by the start of their names.
  static Stream<Path> files(Path folder, String start) throws java.io.IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(start))
          .sorted()
          .toList()
          .stream();
    }
  }
}
