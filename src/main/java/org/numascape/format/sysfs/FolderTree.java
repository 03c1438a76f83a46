package org.numascape.format.sysfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An unpacked archive in a folder. Links in it are followed inside the folder only, and nothing
/// but regular files is opened: a pipe somebody put there would wait for ever.
public final class FolderTree implements FileTree {

  private final Path root;
  private final DiskFiles disk = new DiskFiles();
  private final Map<String, Optional<String>> targets = new HashMap<>();
  private final Links links = new Links(this::target);

  /// The tree whose root is that folder.
  public FolderTree(Path root) {
    this.root = root;
  }

  @Override
  public Optional<byte[]> bytes(String path, int limit) {
    return real(path)
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .flatMap(file ->
            disk.bytes(path, file, limit, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  @Override
  public List<String> names(String path) {
    return real(path)
        .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
        .map(folder -> disk.names(path, folder))
        .orElse(List.of());
  }

  @Override
  public Optional<String> where(String path) {
    return links.follow(path);
  }

  @Override
  public boolean has(String path) {
    return real(path).filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isPresent();
  }

  @Override
  public List<String> denied() {
    return disk.denied();
  }

  private Optional<Path> real(String path) {
    return where(path).flatMap(this::resolved);
  }

  private Optional<Path> resolved(String path) {
    try {
      return Optional.of(root.resolve(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<String> target(String path) {
    return targets.computeIfAbsent(path, this::readLink);
  }

  private Optional<String> readLink(String path) {
    var file = resolved(path);
    if (file.isEmpty() || !Files.isSymbolicLink(file.get())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readSymbolicLink(file.get()).toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
