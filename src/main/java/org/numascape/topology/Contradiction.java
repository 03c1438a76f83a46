package org.numascape.topology;

import java.util.List;

/// Two or more sources tell different things about one fact; the first claim is the one shown.
///
/// @param about the fact, for people: `memory of node 1`
public record Contradiction(String about, List<Claim> claims) {

  /// Copies the list; refuses fewer than two claims.
  public Contradiction {
    claims = List.copyOf(claims);
    if (claims.size() < 2) {
      throw new IllegalArgumentException("one claim contradicts nothing: " + about);
    }
  }

  /// What one source says.
  ///
  /// @param source the name people know it by: a file name, `numactl -H`
  public record Claim(String source, String says) {}
}
