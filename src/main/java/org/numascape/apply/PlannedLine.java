package org.numascape.apply;

import java.util.Optional;

/// One change in words.
///
/// @param words such as `vCPUs 0-5 → CPUs 13,45,14`, without a full stop
/// @param effect when it takes effect
/// @param why a sentence on why it does not take effect at once where that was asked for
public record PlannedLine(String words, Effect effect, Optional<String> why) {}
