package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.FormatException;

/// Finds the mistakes in a text of commands: command lines of QEMU, parameters of the kernel, and
/// commands that look at a host.
final class CommandLint implements KindLint {

  private static final int MOST_OPTIONS = 1_024;

  /// QEMU's own limit. Source: QEMU `include/system/numa.h`, `MAX_NODES`.
  private static final int MOST_NODES = 128;

  @Override
  public List<Finding> examine(String source, String text) throws FormatException {
    var commands = ShellText.commands(text);
    var found = new ArrayList<Finding>();
    for (var command : commands) {
      var line = QemuLine.of(text, command);
      if (line.isPresent()) {
        limit(source, line.get());
        found.addAll(QemuLint.examine(line.get()));
      }
      HugePageOrder.of(command).forEach(found::add);
    }
    MisleadingCommands.of(text, commands).forEach(found::add);
    return found;
  }

  private static void limit(String source, QemuLine line) throws FormatException {
    if (line.options().size() > MOST_OPTIONS) {
      throw new FormatException(
          source, 0, "the command line has more than 1,024 options, no guest has.");
    }
    if (line.all("numa").filter(numa -> numa.lead().equals("node")).count() > MOST_NODES) {
      throw new FormatException(
          source, 0, "the command line has more than 128 nodes, which is more than is looked at.");
    }
  }
}
