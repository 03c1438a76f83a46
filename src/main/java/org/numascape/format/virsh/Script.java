package org.numascape.format.virsh;

import java.util.List;
import java.util.stream.Collectors;

/// Commands and remarks for a POSIX shell, in parts.
///
/// @param parts what each concerns; empty when there is nothing to do
public record Script(List<Part> parts) {

  /// The lines about one thing.
  ///
  /// @param title the guest's name, or what of the host it is
  public record Part(String title, List<Line> lines) {
    /// Copies the list.
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /// Copies the list.
  public Script {
    parts = List.copyOf(parts);
  }

  /// Whether there is nothing to do.
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /// The whole script, parts separated by an empty line, each line ended.
  public String text() {
    return parts.stream()
        .map(part ->
            part.lines().stream().map(line -> line.text() + "\n").collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }
}
