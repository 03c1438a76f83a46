package org.numascape.topology;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What was found when a host was asked for one of its settings, and where.
public sealed interface Observation {

  /// The file it was looked for in: `/proc/sys/kernel/numa_balancing`.
  String where();

  /// What was found, on one line for people.
  String words();

  /// Whether the host answered, were it that it has no such thing.
  default boolean told() {
    return !(this instanceof Refused);
  }

  /// One text.
  record Value(String text, String where) implements Observation {
    @Override
    public String words() {
      return text.isEmpty() ? "empty" : text;
    }
  }

  /// A word for each CPU, put together.
  ///
  /// @param cpus the CPUs (OS indexes) of each word
  record ByCpu(SortedMap<String, CpuSet> cpus, String where) implements Observation {
    /// Copies the map.
    public ByCpu {
      cpus = Collections.unmodifiableSortedMap(new TreeMap<>(cpus));
    }

    @Override
    public String words() {
      if (cpus.size() == 1) {
        return cpus.firstKey();
      }
      return cpus.entrySet().stream()
          .map(entry -> entry.getKey() + " on " + entry.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  /// Texts by name.
  record ByName(SortedMap<String, String> texts, String where) implements Observation {
    /// Copies the map.
    public ByName {
      texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    @Override
    public String words() {
      if (texts.isEmpty()) {
        return "none";
      }
      return texts.entrySet().stream().map(ByName::entry).collect(Collectors.joining(", "));
    }

    private static String entry(Map.Entry<String, String> entry) {
      return entry.getValue().isEmpty() ? entry.getKey() : entry.getKey() + " " + entry.getValue();
    }
  }

  /// The host has no such thing.
  record Absent(String where) implements Observation {
    @Override
    public String words() {
      return "not there";
    }
  }

  /// It is there and was not shown.
  ///
  /// @param why as whoever asked was told: `Permission denied`
  record Refused(String where, String why) implements Observation {
    @Override
    public String words() {
      return "unknown: " + why;
    }
  }
}
