package org.numascape.check;

/// Versions such as `9.0.0` or `6.1.0-18-amd64`.
interface Version {

  /// Whether a version is before `major.minor`; one that cannot be read is not.
  static boolean before(String version, int major, int minor) {
    var parts = version.split("[^0-9]", 3);
    if (parts.length < 2 || !number(parts[0]) || !number(parts[1])) {
      return false;
    }
    int first = Integer.parseInt(parts[0]);
    return first < major || (first == major && Integer.parseInt(parts[1]) < minor);
  }

  private static boolean number(String text) {
    return text.matches("[0-9]{1,6}");
  }
}
