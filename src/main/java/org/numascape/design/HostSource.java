package org.numascape.design;

import java.util.List;
import java.util.stream.Collectors;

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

  /// Several files on this machine that describe one host together.
  record Files(List<String> paths) implements HostSource {
    /// Copies the list.
    public Files {
      paths = List.copyOf(paths);
    }

    @Override
    public String label() {
      return paths.stream().map(path -> new File(path).label()).collect(Collectors.joining(" + "));
    }
  }

  /// A host made up from hwloc's synthetic description.
  record Synthetic(String description) implements HostSource {
    @Override
    public String label() {
      return "synthetic: " + description;
    }
  }

  /// Text somebody pasted; it cannot be read again.
  ///
  /// @param kinds what was pasted, for people: `lscpu, numactl -H`
  record Pasted(String kinds) implements HostSource {
    @Override
    public String label() {
      return "pasted: " + kinds;
    }
  }

  /// The machine the program runs on, read from /sys and /proc.
  record ThisMachine() implements HostSource {
    @Override
    public String label() {
      return "this machine";
    }
  }
}
