package org.numascape.cli;

import java.nio.file.Path;
import java.util.List;
import org.numascape.design.Design;
import org.numascape.document.HostOpener;
import org.numascape.document.OpenedHost;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What a verb about guests on a host is given: a host or a design, texts that tell more of it, and
/// guests to put on it.
final class GuestsOnHost {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "HOST or DESIGN",
      description = "libvirt URI, file, this, sample:NAME or design.")
  private String host = "";

  @Parameters(
      index = "1..*",
      paramLabel = "DOMAIN.xml",
      description = "Guests to put on the host; one of the same name is replaced.")
  private List<Path> domains = List.of();

  @Mixin private HostTexts texts = new HostTexts();

  /// Whether a host is named at all; some options need none.
  boolean named() {
    return !host.isEmpty();
  }

  /// The design of it all; what was left out of the host is noted.
  Design open(HostOpener opener, Console console) throws FormatException, HypervisorException {
    var opened = texts.open(opener, host);
    if (opened instanceof OpenedHost read) {
      console.notes(read.leftOut());
    }
    return GuestFiles.onto(opened.design(), domains);
  }
}
