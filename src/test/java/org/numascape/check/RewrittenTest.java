package org.numascape.check;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.Hosts;
import org.numascape.format.FormatException;

/// What libvirt rewrites in silence is foreseen by a rule or by lint.
final class RewrittenTest {

  @ParameterizedTest
  @MethodSource("org.numascape.check.Rewritten#all")
  void itIsForeseen(Rewritten rewritten) throws FormatException {
    rewritten.by().proven(Hosts.twoSockets(), List.of(Plain.GUEST), List.of(rewritten.xml()));
  }
}
