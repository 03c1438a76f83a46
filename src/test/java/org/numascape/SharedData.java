package org.numascape;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Other people's files, kept beside the checkout and never in it.
public final class SharedData {

  private SharedData() {}

  /// A folder of them; the test that asks is skipped where it is not there.
  public static Path folder(String name) {
    var set = System.getProperty("shared.data");
    var shared = set == null ? Path.of("..", "..", "shared", "data") : Path.of(set);
    var folder = shared.resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        "skipped: there is no shared/data/" + name + " beside the checkout");
    return folder;
  }
}
