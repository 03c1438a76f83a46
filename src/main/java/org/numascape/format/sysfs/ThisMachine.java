package org.numascape.format.sysfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// The /sys and /proc of the machine the program runs on. The kernel follows its links itself:
/// nobody but the kernel made them.
public final class ThisMachine implements FileTree {

  private static final Path ROOT = Path.of("/");

  private final DiskFiles disk = new DiskFiles();

  /// Nothing is read yet.
  public ThisMachine() {}

  @Override
  public Optional<byte[]> bytes(String path, int limit) {
    return disk.bytes("/" + path, ROOT.resolve(path), limit, StandardOpenOption.READ);
  }

  @Override
  public List<String> names(String path) {
    return disk.names("/" + path, ROOT.resolve(path));
  }

  @Override
  public Optional<String> where(String path) {
    try {
      return Optional.of(ROOT.resolve(path).toRealPath().toString().substring(1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean has(String path) {
    return Files.exists(ROOT.resolve(path));
  }

  @Override
  public boolean complete() {
    return true;
  }

  @Override
  public boolean lacks(String path) {
    return Files.notExists(ROOT.resolve(path));
  }

  @Override
  public List<String> denied() {
    return disk.denied();
  }
}
