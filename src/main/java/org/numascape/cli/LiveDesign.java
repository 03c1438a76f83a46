package org.numascape.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostText;
import org.numascape.format.FormatException;
import picocli.CommandLine.Parameters;

/// The two arguments of every verb that brings a design and a live host together.
final class LiveDesign {
  @Parameters(index = "0", paramLabel = "URI", description = "libvirt URI of the host.")
  private String uri = "";

  @Parameters(
      index = "1",
      paramLabel = "DESIGN",
      description = "The design file; FILE#NAME for a snapshot in it.")
  private String file = "";

  /// What stands in place of the URI, whatever it is.
  String text() {
    return uri;
  }

  /// The URI, which has to be one.
  String uri() throws FormatException {
    if (HostText.source(uri) instanceof HostSource.Connection(var address)) {
      return address;
    }
    throw new FormatException(uri, 0, "This is no libvirt URI such as qemu:///system.");
  }

  /// The design in the file, or a snapshot in it.
  Design design() throws FormatException {
    var state = DesignState.of(file);
    return state.in(DesignFiles.open(path(state.file())).design());
  }

  private static Path path(String name) throws FormatException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new FormatException(name, 0, "This is not the name of a file.");
    }
  }
}
