package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;

/// A rule that looks at one guest on its host and at nothing else: what it found holds until either
/// of them changes.
non-sealed interface GuestCheck extends Check {

  /// Every place where the guest breaks the rule.
  Stream<Finding> examine(GuestFacts guest);
}
