package org.numascape.format.sysfs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Asks the installed lstopo for what it finds.
final class Lstopo {

  private static final Pattern OBJECT = Pattern.compile("<object type=\"(\\w+)\"([^>]*)>");
  private static final Pattern CACHE_TYPE = Pattern.compile(" cache_type=\"([0-9])\"");

  private Lstopo() {}

  /// The test is skipped where lstopo is not installed.
  static void assumeInstalled() {
    boolean installed =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "lstopo")));
    Assumptions.assumeTrue(installed, "skipped: lstopo is not installed");
  }

  /// Its XML of an unpacked host.
  static String xml(Path folder, String... more) throws Exception {
    return run(
        Stream.concat(
            Stream.of("-i", folder.toString(), "--if", "fsroot", "--disallowed", "--of", "xml"),
            Stream.of(more)));
  }

  /// Its XML of this machine.
  static String xml() throws Exception {
    return run(Stream.of("--disallowed", "--of", "xml"));
  }

  private static String run(Stream<String> arguments) throws Exception {
    var command = Stream.concat(Stream.of("lstopo"), arguments).toList();
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer;
  }

  /// How many objects of each type there are, but for groups, which hwloc makes up from distances.
  static Map<String, Integer> counts(String xml) {
    var counts = new TreeMap<String, Integer>();
    var object = OBJECT.matcher(xml);
    while (object.find()) {
      if (!object.group(1).equals("Group")) {
        counts.merge(object.group(1), 1, Integer::sum);
      }
    }
    return counts;
  }

  /// Bytes of memory by node.
  static Map<Integer, Long> memory(String xml) {
    var memory = new TreeMap<Integer, Long>();
    var object = OBJECT.matcher(xml);
    while (object.find()) {
      if (object.group(1).equals("NUMANode")) {
        memory.put(
            (int) number(object.group(2), "os_index"), number(object.group(2), "local_memory"));
      }
    }
    return memory;
  }

  /// Bytes of the caches, and what they hold as hwloc numbers it, by their sets of CPUs and type.
  static Map<String, Long> caches(String xml) {
    var caches = new LinkedHashMap<String, Long>();
    var object = OBJECT.matcher(xml);
    while (object.find()) {
      var holds = CACHE_TYPE.matcher(object.group(2));
      if (object.group(1).endsWith("Cache") && holds.find()) {
        caches.merge(
            object.group(1) + " type " + holds.group(1),
            number(object.group(2), "cache_size"),
            Long::sum);
      }
    }
    return caches;
  }

  private static long number(String attributes, String name) {
    var value = Pattern.compile(" " + name + "=\"([0-9]+)\"").matcher(attributes);
    return value.find() ? Long.parseLong(value.group(1)) : 0;
  }
}
