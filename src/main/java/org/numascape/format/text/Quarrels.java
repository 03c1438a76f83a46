package org.numascape.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.numascape.topology.Contradiction;

/// Asks several sources for one fact: the first that tells it is believed, whoever tells something
/// else is put down.
final class Quarrels {

  /// So many are told; texts of two hosts differ in everything.
  private static final int MOST = 100;

  private final List<Told> sources;
  private final List<Contradiction> found = new ArrayList<>();

  /// @param sources who knows best first
  Quarrels(List<Told> sources) {
    this.sources = sources;
  }

  /// What the first source to tell it says.
  ///
  /// @param about the fact, for people
  /// @param asked what a source says; empty when it does not tell
  /// @param agree whether two values can be the same
  /// @param words a value for people
  <T> Optional<T> settle(
      String about,
      Function<Told, Optional<T>> asked,
      BiPredicate<T, T> agree,
      Function<T, String> words) {
    Optional<T> believed = Optional.empty();
    var claims = new ArrayList<Contradiction.Claim>();
    for (var source : sources) {
      var said = asked.apply(source);
      if (said.isEmpty()) {
        continue;
      }
      if (believed.isEmpty()) {
        believed = said;
        claims.add(claim(source, words.apply(said.get())));
      } else if (!agree.test(believed.get(), said.get())) {
        claims.add(claim(source, words.apply(said.get())));
      }
    }
    if (claims.size() > 1) {
      add(new Contradiction(about, claims));
    }
    return believed;
  }

  void add(Contradiction contradiction) {
    if (found.size() < MOST) {
      found.add(contradiction);
    }
  }

  static Contradiction.Claim claim(Told source, String says) {
    return new Contradiction.Claim(source.source(), says);
  }

  List<Contradiction> found() {
    return List.copyOf(found);
  }
}
