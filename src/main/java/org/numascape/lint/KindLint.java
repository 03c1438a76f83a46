package org.numascape.lint;

import java.util.List;
import org.numascape.format.FormatException;

/// Finds the mistakes in texts of one kind.
interface KindLint {

  /// Everything that is wrong with a text.
  ///
  /// @param source the name a person knows it by
  /// @throws FormatException when it is not of this kind or cannot be read
  List<Finding> examine(String source, String text) throws FormatException;
}
