package org.numascape.format.text;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;

/// The rows of `lscpu -e`, `-p` and their JSON: a CPU each, whatever columns were asked for.
///
/// Numbers of cores are unique in the host, or with `lscpu -y` in their socket; numbers of caches
/// among those of their kind. Which of the two is not told, so they are no OS indexes; what counts
/// is which CPUs share one. Source: util-linux `sys-utils/lscpu.c`, `lscpu.1`.
final class CpuRows {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private static final Map<String, ObjectKind> CACHES =
      Map.of(
          "l1d", ObjectKind.L1_CACHE,
          "l1i", ObjectKind.L1I_CACHE,
          "l1", ObjectKind.L1_CACHE,
          "l2", ObjectKind.L2_CACHE,
          "l2d", ObjectKind.L2_CACHE,
          "l2i", ObjectKind.L2I_CACHE,
          "l3", ObjectKind.L3_CACHE,
          "l4", ObjectKind.L4_CACHE,
          "l5", ObjectKind.L5_CACHE);

  private final Telling telling = new Telling();
  private final Map<ObjectKind, Map<List<String>, BitSet>> parts = new LinkedHashMap<>();
  private final Map<Integer, BitSet> nodes = new LinkedHashMap<>();

  /// A row by the names of its columns, in small letters.
  void add(Words words, Map<String, String> row) throws FormatException {
    var named = value(row, "cpu");
    if (named.isEmpty()) {
      throw words.wrong("a row of %s needs its CPU.".formatted(words.piece().tool().title()));
    }
    int cpu = words.index(named.get());
    boolean on = !List.of("no", "n", "false").contains(text(row, "online"));
    telling.cpu(cpu, on);
    if (!on) {
      return;
    }
    var node = value(row, "node");
    if (node.isPresent()) {
      nodes.computeIfAbsent(words.index(node.get()), _ -> new BitSet()).set(cpu);
    }
    var socket = value(row, "socket");
    socket.ifPresent(id -> part(ObjectKind.PACKAGE, List.of(id), cpu));
    value(row, "core")
        .ifPresent(core -> part(ObjectKind.CORE, List.of(socket.orElse(""), core), cpu));
    value(row, "cluster")
        .ifPresent(id -> part(ObjectKind.GROUP, List.of(socket.orElse(""), id), cpu));
    row.forEach((column, ids) -> caches(column, ids, cpu));
    var mhz = text(row, "maxmhz").replace(',', '.');
    if (mhz.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
      telling.topMhz.put(cpu, Double.parseDouble(mhz));
    }
  }

  /// `L1d:L1i:L2:L3` with `0:0:0:0`, or a column a cache.
  private void caches(String column, String ids, int cpu) {
    var names = column.split(":", -1);
    var numbers = ids.split(":", -1);
    for (int i = 0; i < Math.min(names.length, numbers.length); i++) {
      var kind = Optional.ofNullable(CACHES.get(names[i]));
      String number = numbers[i].strip();
      if (kind.isPresent() && NUMBER.matcher(number).matches()) {
        part(kind.get(), List.of(number), cpu);
      }
    }
  }

  private void part(ObjectKind kind, List<String> key, int cpu) {
    parts
        .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
        .computeIfAbsent(key, _ -> new BitSet())
        .set(cpu);
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").strip().toLowerCase(Locale.ROOT);
  }

  /// A number; `-`, `-1` and nothing are no number.
  private static Optional<String> value(Map<String, String> row, String column) {
    String text = text(row, column);
    return NUMBER.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  Told told(Tool tool, String source) {
    parts.forEach(
        (kind, sets) -> sets.values().forEach(bits -> telling.part(kind, new CpuSet(bits))));
    nodes.forEach((node, bits) -> telling.nodes.put(node, Node.UNKNOWN.withCpus(new CpuSet(bits))));
    return telling.told(tool, source);
  }
}
