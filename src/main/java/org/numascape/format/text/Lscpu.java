package org.numascape.format.text;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;
import org.numascape.topology.ObjectKind;

/// The summary that `lscpu` prints: numbers of things, nodes with their CPUs, sizes of caches.
///
/// On a terminal it is indented in sections and calls a cache `L1d`, in a file `L1d cache`. Before
/// util-linux 2.34 a cache's size is that of one (`32K`); since then the sum of all (`1 MiB`),
/// since 2.37 with their number (`1 MiB (32 instances)`). Source: util-linux release notes,
/// `lscpu.1`.
final class Lscpu {

  private static final Pattern FIELD = Pattern.compile("([^:]+?)\\s*:(?:\\s+(.*))?");
  private static final Pattern NODE = Pattern.compile("NUMA node(\\d+) CPU\\(s\\)");
  private static final Pattern CACHE = Pattern.compile("L([1-5])([di]?)(?: cache)?");
  private static final Pattern INSTANCES = Pattern.compile("(.+?) \\((\\d{1,6}) instances?\\)");

  private static final Map<String, Told.Count> COUNTS =
      Map.of(
          "Socket(s)", Told.Count.SOCKETS,
          "Core(s) per socket", Told.Count.CORES_PER_SOCKET,
          "Thread(s) per core", Told.Count.THREADS_PER_CORE,
          "CPU(s)", Told.Count.CPUS,
          "NUMA node(s)", Told.Count.NODES);

  /// hwloc's names for what is true of all CPUs.
  private static final Map<String, String> WORDS =
      Map.of(
          "Architecture", "Architecture",
          "Vendor ID", "CPUVendor",
          "Model name", "CPUModel",
          "CPU family", "CPUFamilyNumber",
          "Model", "CPUModelNumber",
          "Stepping", "CPUStepping",
          "Hypervisor vendor", "HypervisorVendor");

  private final Telling telling = new Telling();

  static Told read(Piece piece, String source) throws FormatException {
    var lscpu = new Lscpu();
    for (var line : piece.lines()) {
      var field = FIELD.matcher(line.text());
      if (field.matches()) {
        String value = field.group(2) == null ? "" : field.group(2).strip();
        lscpu.add(new Words(piece, line), field.group(1).strip(), value);
      }
    }
    return lscpu.told(piece.tool(), source);
  }

  /// A field by the name it has in English; others are left out.
  void add(Words words, String name, String value) throws FormatException {
    var node = NODE.matcher(name);
    var cache = CACHE.matcher(name);
    var count = COUNTS.get(name);
    String word = WORDS.get(name);
    if (node.matches()) {
      int id = words.index(node.group(1));
      telling.nodes.put(id, telling.node(id).withCpus(words.cpus(known(value))));
    } else if (name.equals("On-line CPU(s) list")) {
      telling.cpus(words.cpus(known(value)), true);
    } else if (name.equals("Off-line CPU(s) list")) {
      telling.cpus(words.cpus(known(value)), false);
    } else if (name.endsWith("line CPU(s) mask")) {
      throw words.wrong(
          "This is the output of lscpu -x, which writes masks; use lscpu without -x.");
    } else if (cache.matches() && !known(value).isEmpty()) {
      telling.cacheSizes.put(kind(cache.group(1), cache.group(2)), size(words, value));
    } else if (count != null && value.matches("[0-9]{1,6}")) {
      telling.counts.putIfAbsent(count, Integer.parseInt(value));
    } else if (word != null && !known(value).isEmpty()) {
      telling.words.putIfAbsent(word, value);
    }
  }

  Told told(Tool tool, String source) {
    return telling.told(tool, source);
  }

  private static String known(String value) {
    return value.equals("-") ? "" : value;
  }

  static ObjectKind kind(String level, String letter) {
    boolean code = letter.equals("i") && Integer.parseInt(level) <= 3;
    return ObjectKind.valueOf("L" + level + (code ? "I" : "") + "_CACHE");
  }

  private static CacheSize size(Words words, String value) throws FormatException {
    var counted = INSTANCES.matcher(value);
    if (counted.matches()) {
      int instances = words.index(counted.group(2));
      return CacheSize.ofAll(words.kib(counted.group(1)), OptionalInt.of(instances))
          .writtenAs(value);
    }
    var size =
        value.endsWith("B")
            ? CacheSize.ofAll(words.kib(value), OptionalInt.empty())
            : CacheSize.ofOne(words.kib(value));
    return size.writtenAs(value);
  }
}
