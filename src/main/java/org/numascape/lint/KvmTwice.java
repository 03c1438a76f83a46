package org.numascape.lint;

import java.util.stream.Stream;

/// I-07: `-enable-kvm` beside an option that names the accelerator.
final class KvmTwice implements QemuRule {

  @Override
  public Stream<Finding> examine(QemuLine line) {
    boolean named =
        line.all("machine", "M").anyMatch(machine -> isKvm(machine.value("accel").orElse("")))
            || line.all("accel").anyMatch(accel -> isKvm(accel.leadOr("accel").orElse("")));
    return line.all("enable-kvm")
        .filter(option -> named)
        .map(option ->
            Finding.info(
                "I-07",
                option.span(),
                "-enable-kvm says what accel=kvm says already. Leave it out.",
                new LineEdit(line.text()).remove(option.span())));
  }

  private static boolean isKvm(String accelerators) {
    return accelerators.equals("kvm") || accelerators.startsWith("kvm:");
  }
}
