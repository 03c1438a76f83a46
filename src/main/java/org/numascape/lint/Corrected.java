package org.numascape.lint;

import java.util.List;

/// A text with everything corrected that a program can correct.
///
/// @param text ready to be copied
/// @param done what was corrected, as found in the texts on the way
/// @param left what is still wrong with `text`; its places are in `text`
public record Corrected(String text, List<Finding> done, List<Finding> left) {

  /// Copies the lists.
  public Corrected {
    done = List.copyOf(done);
    left = List.copyOf(left);
  }
}
