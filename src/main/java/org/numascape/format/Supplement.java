package org.numascape.format;

import java.util.List;
import java.util.Map;

/// Objects that another source tells of a host, for a reader whose own source does not know such.
///
/// @param parts caches, and PUs that are off
/// @param guesses why a part is a guess, by its key
public record Supplement(List<Draft> parts, Map<String, String> guesses) {

  /// Nothing more is told.
  public static final Supplement NONE = new Supplement(List.of(), Map.of());

  /// Copies the collections.
  public Supplement {
    parts = List.copyOf(parts);
    guesses = Map.copyOf(guesses);
  }
}
