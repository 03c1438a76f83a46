package org.numascape.design;

/// Where a design's host came from, so that it can be read again.
public sealed interface HostSource {

  /// What to show a person.
  String label();

  /// A libvirt connection, without password or key.
  record Connection(String uri) implements HostSource {
    @Override
    public String label() {
      return uri;
    }
  }

  /// A file on this machine.
  record File(String path) implements HostSource {
    @Override
    public String label() {
      int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
      return path.substring(slash + 1);
    }
  }

  /// A sample host that ships with the program.
  record Sample(String name) implements HostSource {
    @Override
    public String label() {
      return "sample: " + name;
    }
  }
}
