package org.numascape.format.sysfs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The files in what [SettingsScript] printed: `/proc/sys/vm/swappiness:60`, one line of a file a
/// line, or what `grep` said instead of it. Whatever stands between, such as prompts, is passed
/// over. Nobody has to trust the text: it is read up to a limit and never runs anything.
public final class PrintedTree implements FileTree {

  /// More than a host of 4,096 CPUs prints, in characters.
  static final int LARGEST = 8 << 20;

  private static final int MOST_FILES = 200_000;
  private static final int LONGEST_LINE = 1 << 14;
  private static final int LONGEST_PATH = 1_024;

  private static final Pattern LINE =
      Pattern.compile("\\s*/((?:sys|proc|etc|usr|run|version)/[^:\\s]+):(.*)");

  private static final Pattern REFUSAL =
      Pattern.compile("\\s*grep: /((?:sys|proc|etc|usr|run)/[^:\\s]+): (.{1,200})");

  private static final String NOT_THERE = "No such file or directory";

  private final Map<String, StringBuilder> files = new LinkedHashMap<>();
  private final Map<String, Set<String>> folders = new TreeMap<>();
  private final Set<String> missing = new TreeSet<>();
  private final Map<String, String> refused = new LinkedHashMap<>();
  private boolean whole;

  private PrintedTree() {}

  /// The files in a text.
  public static PrintedTree of(String text) {
    var tree = new PrintedTree();
    String read = text.length() > LARGEST ? text.substring(0, LARGEST) : text;
    read.lines().filter(line -> line.length() <= LONGEST_LINE).forEach(tree::add);
    return tree;
  }

  /// Whether a text is such output, or the beginning of it.
  public static boolean isIn(String text) {
    return text.contains(SettingsScript.BEGIN);
  }

  private void add(String line) {
    if (line.strip().equals(SettingsScript.END)) {
      whole = true;
      return;
    }
    var refusal = REFUSAL.matcher(line);
    if (refusal.matches()) {
      if (refusal.group(2).equals(NOT_THERE)) {
        keep(missing, refusal.group(1));
      } else if (refused.size() < MOST_FILES) {
        refused.put(refusal.group(1), refusal.group(2).strip());
      }
      return;
    }
    var told = LINE.matcher(line);
    if (told.matches() && told.group(1).length() <= LONGEST_PATH) {
      tell(told.group(1), told.group(2));
    }
  }

  private static void keep(Set<String> paths, String path) {
    if (paths.size() < MOST_FILES) {
      paths.add(path);
    }
  }

  private void tell(String path, String line) {
    var file = files.get(path);
    if (file == null) {
      if (files.size() >= MOST_FILES) {
        return;
      }
      file = new StringBuilder();
      files.put(path, file);
      for (String inner = path; inner.contains("/"); ) {
        int slash = inner.lastIndexOf('/');
        String name = inner.substring(slash + 1);
        inner = inner.substring(0, slash);
        if (!folders.computeIfAbsent(inner, _ -> new TreeSet<>()).add(name)) {
          break;
        }
      }
    }
    file.append(line).append('\n');
  }

  /// Whether the output is there to its end.
  public boolean whole() {
    return whole;
  }

  /// Whether anything was told.
  public boolean isEmpty() {
    return files.isEmpty() && missing.isEmpty();
  }

  @Override
  public Optional<byte[]> bytes(String path, int limit) {
    return Optional.ofNullable(files.get(path))
        .map(text -> text.toString().getBytes(StandardCharsets.UTF_8))
        .map(bytes -> bytes.length > limit ? Arrays.copyOf(bytes, limit) : bytes);
  }

  @Override
  public List<String> names(String path) {
    return List.copyOf(folders.getOrDefault(path, Set.of()));
  }

  @Override
  public Optional<String> where(String path) {
    return Optional.of(path);
  }

  @Override
  public boolean has(String path) {
    return files.containsKey(path) || folders.containsKey(path);
  }

  @Override
  public boolean lacks(String path) {
    return missing.contains(path);
  }

  @Override
  public List<String> denied() {
    return new ArrayList<>(refused.keySet());
  }
}
