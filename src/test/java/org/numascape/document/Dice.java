package org.numascape.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// What random designs are made of: choices, lists and words. One seed always gives the same ones,
/// asked for in the same order.
final class Dice {
  private static final String[] WORDS = {
    "",
    "db-server",
    "Zürich \"west\"",
    "数据库",
    "a\\b",
    "tab\there",
    "two\nlines",
    "\uD83D\uDC18",
    "it's"
  };

  private final Random random;
  private int next;

  Dice(long seed) {
    random = new Random(seed);
  }

  /// For numbers of every kind.
  Random random() {
    return random;
  }

  /// A number that was not given before.
  int next() {
    return next++;
  }

  CpuSet cpus() {
    return CpuSet.of(some(6, i -> random.nextInt(20_000)));
  }

  PageSize page() {
    return chance() ? PageSize.TWO_MIB : PageSize.ONE_GIB;
  }

  int index() {
    return random.nextInt(50) - 1;
  }

  OptionalInt number() {
    return chance() ? OptionalInt.of(random.nextInt(9)) : OptionalInt.empty();
  }

  OptionalLong free() {
    return chance() ? OptionalLong.of(random.nextInt(1000)) : OptionalLong.empty();
  }

  String word() {
    return any(WORDS);
  }

  Map<String, String> words() {
    var words = new HashMap<String, String>();
    some(3, i -> words.put(word(), word()));
    return words;
  }

  <T> T any(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  boolean chance() {
    return random.nextBoolean();
  }

  <T> Optional<T> maybe(Supplier<T> value) {
    return chance() ? Optional.of(value.get()) : Optional.empty();
  }

  <T> List<T> some(int most, IntFunction<? extends T> make) {
    var list = new ArrayList<T>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      list.add(make.apply(i));
    }
    return list;
  }
}
