package org.numascape.lint;

import java.util.stream.Stream;

/// One mistake that a libvirt domain XML can have.
interface LibvirtRule {

  Stream<Finding> examine(DomainText domain);
}
