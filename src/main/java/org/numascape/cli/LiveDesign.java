package org.numascape.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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

  @Parameters(index = "1", paramLabel = "DESIGN", description = "The design file.")
  private @Nullable Path file;

  /// The URI, which has to be one.
  String uri() throws FormatException {
    if (HostText.source(uri) instanceof HostSource.Connection(var address)) {
      return address;
    }
    throw new FormatException(uri, 0, "This is no libvirt URI such as qemu:///system.");
  }

  /// The design in the file.
  Design design() throws FormatException {
    return DesignFiles.open(file == null ? Path.of("") : file).design();
  }
}
