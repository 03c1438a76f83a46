package org.numascape.app.compare;

import java.util.List;

/// The hosts a person can compare.
///
/// @param choices those that can be had at once, group by group
/// @param questions those that have to be asked for
public record Offer(List<HostChoice> choices, List<HostQuestion> questions) {

  /// Copies the lists.
  public Offer {
    choices = List.copyOf(choices);
    questions = List.copyOf(questions);
  }
}
