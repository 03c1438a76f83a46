package org.numascape.format.sysfs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Files held in memory, as an archive or a test describes them. Immutable once built.
public final class MemoryTree implements FileTree {

  private final Map<String, byte[]> files;
  private final Map<String, String> links;
  private final NavigableMap<String, SortedSet<String>> folders;
  private final Links followed;

  private MemoryTree(Builder builder) {
    this.files = Map.copyOf(builder.files);
    this.links = Map.copyOf(builder.links);
    this.folders = new TreeMap<>(builder.folders);
    this.followed = new Links(path -> Optional.ofNullable(links.get(path)));
  }

  /// Collects files; a later one replaces an earlier one of the same path.
  public static final class Builder {
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, SortedSet<String>> folders = new HashMap<>();

    /// Nothing yet.
    public Builder() {}

    /// A file with these bytes; the folders on its way are made.
    public Builder file(String path, byte[] bytes) {
      files.put(path, bytes.clone());
      enlist(path);
      return this;
    }

    /// A file with this text and a line end, as the kernel writes it.
    public Builder file(String path, String text) {
      return file(path, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// A symbolic link.
    public Builder link(String path, String target) {
      links.put(path, target);
      enlist(path);
      return this;
    }

    /// A folder, empty unless something is put into it.
    public Builder folder(String path) {
      folders.computeIfAbsent(path, _ -> new TreeSet<>());
      enlist(path);
      return this;
    }

    /// Takes a path and all below it away.
    public Builder without(String path) {
      files.keySet().removeIf(other -> isIn(path, other));
      links.keySet().removeIf(other -> isIn(path, other));
      folders.keySet().removeIf(other -> isIn(path, other));
      int slash = path.lastIndexOf('/');
      var around = folders.get(slash < 0 ? "" : path.substring(0, slash));
      if (around != null) {
        around.remove(path.substring(slash + 1));
      }
      return this;
    }

    private static boolean isIn(String path, String other) {
      return other.equals(path) || other.startsWith(path + "/");
    }

    private void enlist(String path) {
      int slash = path.lastIndexOf('/');
      String around = slash < 0 ? "" : path.substring(0, slash);
      var names = folders.get(around);
      if (names == null) {
        names = new TreeSet<>();
        folders.put(around, names);
        if (!around.isEmpty()) {
          enlist(around);
        }
      }
      names.add(path.substring(slash + 1));
    }

    /// The tree.
    public MemoryTree build() {
      return new MemoryTree(this);
    }
  }

  /// A copy to change.
  public Builder changed() {
    var builder = new Builder();
    builder.files.putAll(files);
    builder.links.putAll(links);
    folders.forEach((path, names) -> builder.folders.put(path, new TreeSet<>(names)));
    return builder;
  }

  /// What a symbolic link says, where the path is one.
  public Optional<String> link(String path) {
    return Optional.ofNullable(links.get(path));
  }

  /// The paths of all files, ascending.
  public List<String> paths() {
    return files.keySet().stream().sorted().toList();
  }

  @Override
  public Optional<byte[]> bytes(String path, int limit) {
    return where(path)
        .flatMap(real -> Optional.ofNullable(files.get(real)))
        .map(bytes -> Arrays.copyOf(bytes, Math.min(limit, bytes.length)));
  }

  @Override
  public List<String> names(String path) {
    return where(path)
        .flatMap(real -> Optional.ofNullable(folders.get(real)))
        .map(List::copyOf)
        .orElse(List.of());
  }

  @Override
  public Optional<String> where(String path) {
    return followed.follow(path);
  }

  @Override
  public boolean has(String path) {
    return where(path)
        .filter(real -> files.containsKey(real) || folders.containsKey(real))
        .isPresent();
  }

  @Override
  public List<String> denied() {
    return List.of();
  }
}
