package org.numascape.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.numascape.document.HostOpener;
import org.numascape.document.Opened;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import picocli.CommandLine.Option;

/// `--with FILE`: more texts on the host a verb is about.
final class HostTexts {

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description =
          "Another text on the same host (lscpu, numactl -H, virsh); may be given several times.")
  private List<String> more = List.of();

  /// The host or design that `text` names, with what the other files tell of it.
  Opened open(HostOpener opener, String text) throws FormatException, HypervisorException {
    if (more.isEmpty()) {
      return opener.open(text);
    }
    if (!isFile(text)) {
      throw new FormatException(
          text,
          0,
          "--with adds texts to a file with the output of lscpu, numactl, virsh or lstopo.");
    }
    var files = new ArrayList<String>();
    files.add(text);
    files.addAll(more);
    return HostOpener.files(files);
  }

  /// What to call the host by: all the names it was asked for by.
  String name(String text) {
    return more.isEmpty() ? text : text + " + " + String.join(" + ", more);
  }

  private static boolean isFile(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
