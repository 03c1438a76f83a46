package org.numascape.app.window;

import java.util.Optional;

/// The program's version.
final class Version {

  private Version() {}

  /// The version of the module, or `development` where it runs from class folders.
  static String text() {
    return Optional.ofNullable(Version.class.getModule().getDescriptor())
        .flatMap(descriptor -> descriptor.version())
        .map(Object::toString)
        .orElse("development");
  }
}
