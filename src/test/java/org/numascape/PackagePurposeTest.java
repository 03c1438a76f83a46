package org.numascape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every package of both modules says what it is for, where a reader looks first.
final class PackagePurposeTest {
  private static final List<Path> SOURCES =
      List.of(Path.of("main/java"), Path.of("../app/main/java"));

  /// A `///` comment whose first sentence has at least three words and its full stop.
  private static final Pattern PURPOSE =
      Pattern.compile(
          "\\A/// \\w\\S*( \\S+| ?\\R///){2,}?\\.[\\s\\S]*^package ", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> packageInfoStartsWithASentenceOnThePurpose() {
    return SOURCES.stream()
        .flatMap(PackagePurposeTest::packages)
        .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> purposeIsStated(folder)));
  }

  private static void purposeIsStated(Path folder) throws IOException {
    Path info = folder.resolve("package-info.java");

    assertThat(info).exists();
    assertThat(Files.readString(info)).containsPattern(PURPOSE);
  }

  private static Stream<Path> packages(Path source) {
    try (Stream<Path> files = Files.walk(source)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
