package org.numascape.document;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the program keeps what is no document.
///
/// @param config settings and recent files: worth keeping, small
/// @param state recovery copies: belongs to this machine
public record Folders(Path config, Path state) {

  /// The folders of the system and person we run for.
  public static Folders ofThisSystem() {
    return of(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /// The folders by the rules of a system: the XDG Base Directory specification, which wants
  /// relative paths ignored; Application Support on macOS; AppData on Windows.
  ///
  /// @param system Java's `os.name`
  public static Folders of(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path roaming = absolute(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
      Path local = absolute(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
      return new Folders(roaming.resolve("Numascape"), local.resolve("Numascape"));
    }
    if (name.startsWith("mac")) {
      Path support = home.resolve("Library/Application Support/Numascape");
      return new Folders(support, support);
    }
    Path config = absolute(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    Path state = absolute(environment, "XDG_STATE_HOME").orElse(home.resolve(".local/state"));
    return new Folders(config.resolve("numascape"), state.resolve("numascape"));
  }

  /// Where definitions are kept before an apply replaces them.
  public Path restorePoints() {
    return state.resolve("restore-points");
  }

  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
