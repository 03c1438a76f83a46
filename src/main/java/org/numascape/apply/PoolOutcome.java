package org.numascape.apply;

import java.util.Optional;
import java.util.OptionalLong;
import org.numascape.apply.Change.AllocatePages;

/// What became of one huge-page pool.
///
/// @param change what was to be done
/// @param pages what the pool holds now, where the host said it
/// @param reason why it failed, if it did
public record PoolOutcome(AllocatePages change, OptionalLong pages, Optional<Reason> reason) {

  /// Whether the pool holds what was wanted.
  public boolean reached() {
    return reason.isEmpty() && pages.isPresent() && pages.getAsLong() == change.total();
  }

  /// One line with its numbers.
  public String line() {
    if (reached()) {
      return change.words() + ": done";
    }
    String now = pages.isPresent() ? "; it holds " + Words.number(pages.getAsLong()) + " now" : "";
    String why =
        reason
            .map(Reason::sentence)
            .orElse(
                "the host found no more memory in one piece; free memory there, or set the pool at boot");
    return change.words() + ": not reached" + now + ". " + why;
  }
}
