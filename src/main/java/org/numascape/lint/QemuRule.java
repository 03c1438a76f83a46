package org.numascape.lint;

import java.util.stream.Stream;

/// One mistake that a QEMU command line can have.
interface QemuRule {

  Stream<Finding> examine(QemuLine line);
}
