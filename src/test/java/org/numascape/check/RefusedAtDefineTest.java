package org.numascape.check;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.Hosts;
import org.numascape.format.FormatException;

/// What libvirt refuses to define is foreseen: the reader refuses it with its line, or a rule tells
/// it as an error, or lint does.
final class RefusedAtDefineTest {

  @ParameterizedTest
  @MethodSource("org.numascape.check.RefusedAtDefine#all")
  void itIsForeseen(RefusedAtDefine refused) throws FormatException {
    refused
        .by()
        .proven(Hosts.twoSockets(), List.of(RefusedAtDefine.plain()), List.of(refused.xml()));
  }
}
