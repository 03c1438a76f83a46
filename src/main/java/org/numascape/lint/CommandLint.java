package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.FormatException;

/// Finds the mistakes in a text of commands: command lines of QEMU, parameters of the kernel, and
/// commands that look at a host.
final class CommandLint implements KindLint {

  private static final int MOST_OPTIONS = 4_096;

  @Override
  public List<Finding> examine(String source, String text) throws FormatException {
    var commands = ShellText.commands(text);
    var found = new ArrayList<Finding>();
    for (var command : commands) {
      var line = QemuLine.of(text, command);
      if (line.isPresent()) {
        if (line.get().options().size() > MOST_OPTIONS) {
          throw new FormatException(
              source, 0, "the command line has more than 4,096 options, no guest has.");
        }
        found.addAll(QemuLint.examine(line.get()));
      }
      HugePageOrder.of(command).forEach(found::add);
    }
    MisleadingCommands.of(text, commands).forEach(found::add);
    return found;
  }
}
