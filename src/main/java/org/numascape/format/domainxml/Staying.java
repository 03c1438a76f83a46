package org.numascape.format.domainxml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Which elements of a text stay where they are, so that as many as can be do, and so that what
/// stays is in the order wanted: the longest common run of both lists.
///
/// @param <K> what an element is known by
record Staying<K>(List<K> there, List<K> wanted) {

  /// For each element that stays, by its place in the text, its place among the wanted.
  Map<Integer, Integer> places() {
    var longest = longest();
    var places = new LinkedHashMap<Integer, Integer>();
    int text = 0;
    int want = 0;
    while (text < there.size() && want < wanted.size()) {
      if (there.get(text).equals(wanted.get(want))) {
        places.put(text++, want++);
      } else if (longest[text + 1][want] >= longest[text][want + 1]) {
        text++;
      } else {
        want++;
      }
    }
    return places;
  }

  /// Those that do not stay, of what is beside `there`, one to one.
  <E> List<E> gone(List<E> elements) {
    var staying = places().keySet();
    return IntStream.range(0, elements.size())
        .filter(at -> !staying.contains(at))
        .mapToObj(elements::get)
        .toList();
  }

  /// Those that are not there yet, of what is beside `wanted`, one to one.
  <W> List<W> missing(List<W> things) {
    var met = Set.copyOf(places().values());
    return IntStream.range(0, things.size())
        .filter(place -> !met.contains(place))
        .mapToObj(things::get)
        .toList();
  }

  private int[][] longest() {
    int[][] longest = new int[there.size() + 1][wanted.size() + 1];
    for (int text = there.size() - 1; text >= 0; text--) {
      for (int want = wanted.size() - 1; want >= 0; want--) {
        longest[text][want] =
            there.get(text).equals(wanted.get(want))
                ? longest[text + 1][want + 1] + 1
                : Math.max(longest[text + 1][want], longest[text][want + 1]);
      }
    }
    return longest;
  }
}
