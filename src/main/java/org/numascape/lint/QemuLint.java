package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.FormatException;

/// Finds the mistakes in QEMU command lines, and in the commands around them.
final class QemuLint implements KindLint {

  private static final List<QemuRule> RULES =
      List.of(
          new MemoryOfNode(),
          new CpuOfTwoNodes(),
          new IdleBackend(),
          new MemorySum(),
          new NodeOfDevice(),
          new LegacyMemory(),
          new KvmTwice(),
          new VainTopoext(),
          new CpuOfNoNode(),
          new NothingPinned(),
          new OpenQemuDisplay(),
          new DeviceOfNoNode());

  static final KindLint ALONE = new QemuLint();

  @Override
  public List<Finding> examine(String source, String text) throws FormatException {
    var commands = ShellText.commands(text);
    if (commands.stream().noneMatch(command -> QemuLine.of(text, command).isPresent())) {
      throw new FormatException(
          source, 0, "there is no command of QEMU in it: qemu-system-x86_64 -machine …");
    }
    return new CommandLint().examine(source, text);
  }

  /// The mistakes of one line.
  static List<Finding> examine(QemuLine line) {
    var found = new ArrayList<Finding>();
    RULES.forEach(rule -> rule.examine(line).forEach(found::add));
    return found;
  }
}
