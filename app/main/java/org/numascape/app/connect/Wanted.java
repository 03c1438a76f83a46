package org.numascape.app.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.numascape.design.HostSource;
import org.numascape.document.HostOpener;
import org.numascape.document.Opened;
import org.numascape.libvirt.LibvirtHypervisor;

/// A host or design that somebody asked for and that is yet to be read.
///
/// @param label what to call it meanwhile
/// @param reading reads it; takes its time, so never on the FX thread. Throws what says in one
///   sentence why it cannot
public record Wanted(String label, Callable<Opened> reading) {

  /// What a source names.
  public static Wanted at(HostSource source) {
    return new Wanted(source.label(), () -> opener().open(source));
  }

  /// What a text names: a sample, a file with a host or a design, a libvirt host.
  public static Wanted named(String text) {
    return new Wanted(text, () -> opener().open(text));
  }

  /// What a file or folder holds, or what several hold together.
  static Wanted in(List<Path> paths) {
    String label =
        paths.stream()
            .map(path -> path.getFileName() == null ? path : path.getFileName())
            .map(Path::toString)
            .collect(Collectors.joining(" + "));
    var absolute =
        paths.stream().map(path -> path.toAbsolutePath().normalize().toString()).toList();
    HostSource source =
        absolute.size() == 1
            ? new HostSource.File(absolute.getFirst())
            : new HostSource.Files(absolute);
    return new Wanted(label, () -> opener().open(source));
  }

  /// A live host is only looked at: whoever wants to work on it connects.
  private static HostOpener opener() {
    return new HostOpener(uri -> LibvirtHypervisor.open(uri, true));
  }
}
