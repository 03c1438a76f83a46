package org.numascape.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.numascape.SharedData;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// The tools of the installed hwloc 2, asked about a host.
public final class Hwloc {

  /// Kinds that `hwloc-calc` counts in one go: groups stand on several levels, and devices have no
  /// CPUs.
  private static final List<ObjectKind> CALCULATED =
      List.of(
          ObjectKind.PACKAGE,
          ObjectKind.DIE,
          ObjectKind.L5_CACHE,
          ObjectKind.L4_CACHE,
          ObjectKind.L3_CACHE,
          ObjectKind.L2_CACHE,
          ObjectKind.L1_CACHE,
          ObjectKind.L3I_CACHE,
          ObjectKind.L2I_CACHE,
          ObjectKind.L1I_CACHE,
          ObjectKind.CORE,
          ObjectKind.PU,
          ObjectKind.NUMA_NODE);

  private static final Pattern OBJECT = Pattern.compile("<object type=\"(\\w+)\"");

  private static final Pattern VERSION_3 = Pattern.compile("<topology version=\"3");

  private Hwloc() {}

  /// The test is skipped where hwloc is not installed.
  public static void assumeInstalled() {
    var folders = System.getenv().getOrDefault("PATH", "").split(":");
    boolean installed =
        Stream.of("lstopo", "hwloc-calc")
            .allMatch(tool ->
                Arrays.stream(folders).anyMatch(it -> Files.isExecutable(Path.of(it, tool))));
    Assumptions.assumeTrue(installed, "skipped: lstopo and hwloc-calc are not installed");
  }

  /// hwloc's own test files; the test is skipped where they are not there.
  public static Stream<Path> files() throws IOException {
    return sorted(SharedData.folder("hwloc-xml"), ".xml");
  }

  /// Those that hwloc 2 can read: it refuses version 3.
  public static Stream<Path> readableFiles() throws IOException {
    return files().filter(Hwloc::isReadable);
  }

  private static boolean isReadable(Path file) {
    try {
      return !VERSION_3.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Archives of hwloc-gather-topology; the test is skipped where they are not there.
  public static Stream<Path> snapshots() throws IOException {
    return sorted(SharedData.folder("linux-snapshots"), ".tar.bz2");
  }

  private static Stream<Path> sorted(Path folder, String end) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
    }
  }

  /// How many objects of each kind `hwloc-calc` counts, where there are any. By CPUs it does not
  /// count what has none, by nodes (`-n`, after which no topology option may stand) not what is
  /// near none.
  ///
  /// @param form `xml` or `fsroot`
  public static Map<ObjectKind, Long> calculated(Path input, String form) throws Exception {
    var counts = new EnumMap<ObjectKind, Long>(ObjectKind.class);
    for (var kind : CALCULATED) {
      long count = Math.max(count(input, form, kind, "-q"), count(input, form, kind, "-n"));
      if (count > 0) {
        counts.put(kind, count);
      }
    }
    return counts;
  }

  private static long count(Path input, String form, ObjectKind kind, String by) throws Exception {
    String answer =
        ask(
            "hwloc-calc",
            "--disallowed",
            "-i",
            input.toString(),
            "--if",
            form,
            by,
            "-N",
            kind.hwlocName(),
            "all");
    return answer.isBlank() ? 0 : Long.parseLong(answer.strip());
  }

  /// lstopo's XML of a host in a file or folder.
  ///
  /// @param form `xml` or `fsroot`
  public static String xml(Path input, String form, String... more) throws Exception {
    return xml(input.toString(), form, more);
  }

  /// lstopo's XML of a host.
  ///
  /// @param form `xml`, `fsroot` or `synthetic`
  public static String xml(String input, String form, String... more) throws Exception {
    var command = Stream.of("lstopo", "--disallowed", "-i", input, "--if", form, "--of", "xml");
    return ask(Stream.concat(command, Stream.of(more)).toArray(String[]::new));
  }

  /// How many objects of each kind lstopo lists in its XML, where there are any.
  public static Map<ObjectKind, Long> listed(String xml) {
    var names =
        Arrays.stream(ObjectKind.values())
            .collect(Collectors.toMap(ObjectKind::hwlocName, Function.identity()));
    var counts = new EnumMap<ObjectKind, Long>(ObjectKind.class);
    var object = OBJECT.matcher(xml);
    while (object.find()) {
      counts.merge(names.get(object.group(1)), 1L, Long::sum);
    }
    return counts;
  }

  /// How many objects of each kind a host has, where it has any. What is off is no object to hwloc.
  public static Map<ObjectKind, Long> counts(HostTopology host) {
    var counts = new EnumMap<ObjectKind, Long>(ObjectKind.class);
    host.objects()
        .filter(object -> !(object instanceof Pu pu && pu.state() == PuState.OFFLINE))
        .map(TopologyObject::id)
        .forEach(id -> counts.merge(id.kind(), 1L, Long::sum));
    return counts;
  }

  /// Those counts that `hwloc-calc` has, too.
  public static Map<ObjectKind, Long> calculable(HostTopology host) {
    var counts = counts(host);
    counts.keySet().retainAll(CALCULATED);
    return counts;
  }

  /// Counts without groups, which hwloc makes up from distances and merges with what has the same
  /// CPUs.
  public static Map<ObjectKind, Long> ungrouped(Map<ObjectKind, Long> counts) {
    var rest = new EnumMap<>(counts);
    rest.remove(ObjectKind.GROUP);
    return rest;
  }

  /// What a tool prints.
  public static String ask(String... command) throws Exception {
    return output(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
  }

  /// What a tool prints, its warnings and complaints included.
  public static String askWithComplaints(String... command) throws Exception {
    return output(new ProcessBuilder(command).redirectErrorStream(true));
  }

  private static String output(ProcessBuilder tool) throws Exception {
    var process = tool.start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer;
  }
}
