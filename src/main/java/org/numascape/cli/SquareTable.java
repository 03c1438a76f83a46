package org.numascape.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Values between things: a row and a column each where the line is wide enough, else a line each
/// that says which others are how far.
///
/// @param names what rows and columns stand for
/// @param values row by row; `-` where none is told
/// @param joined several of the names in one word, such as `2-3,5`
record SquareTable(
    List<String> names, List<List<String>> values, Function<List<Integer>, String> joined) {

  /// The lines; where there is no room for all columns, things with equal values share a line.
  List<String> lines(int width) {
    int widest = names.stream().mapToInt(String::length).max().orElse(0);
    int cell =
        Math.max(
            widest, values.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0));
    int room = (width - widest) / Math.max(1, names.size()) - cell;
    return room >= 1 ? table(widest, cell + Math.min(room, 2)) : sentences(width);
  }

  private List<String> table(int widest, int cell) {
    var lines = new ArrayList<String>();
    lines.add(" ".repeat(widest) + cells(names, cell));
    for (int row = 0; row < names.size(); row++) {
      lines.add(right(names.get(row), widest) + cells(values.get(row), cell));
    }
    return lines;
  }

  private static String cells(List<String> cells, int width) {
    return cells.stream().map(cell -> right(cell, width)).collect(Collectors.joining());
  }

  private static String right(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }

  private List<String> sentences(int width) {
    var titles = new ArrayList<String>();
    var sentences = new ArrayList<String>();
    for (var alike : alike()) {
      titles.add(joined.apply(alike));
      sentences.add(sentence(alike));
    }
    int widest = titles.stream().mapToInt(String::length).max().orElse(0);
    var lines = new ArrayList<String>();
    for (int at = 0; at < titles.size(); at++) {
      lines.addAll(Wrapped.behind(right(titles.get(at), widest) + ": ", sentences.get(at), width));
    }
    return lines;
  }

  /// Things that are equally far from all others, and from each other.
  private List<List<Integer>> alike() {
    var groups = new ArrayList<List<Integer>>();
    for (int one = 0; one < names.size(); one++) {
      int member = one;
      groups.stream()
          .filter(group -> group.stream().allMatch(other -> isAlike(member, other, group)))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(member), () -> groups.add(new ArrayList<>(List.of(member))));
    }
    return groups;
  }

  /// Whether swapping the two would change nothing, and they are as far from each other as those
  /// that are grouped already.
  private boolean isAlike(int one, int other, List<Integer> group) {
    String apart = group.size() > 1 ? value(group.get(0), group.get(1)) : value(one, other);
    return value(one, one).equals(value(other, other))
        && value(one, other).equals(apart)
        && value(other, one).equals(apart)
        && IntStream.range(0, names.size())
            .filter(third -> third != one && !group.contains(third))
            .allMatch(third ->
                value(one, third).equals(value(other, third))
                    && value(third, one).equals(value(third, other)));
  }

  private String value(int from, int to) {
    return values.get(from).get(to);
  }

  /// `10 to itself; 12 to each other; 21 to 4-7; 32 to 8-15`
  private String sentence(List<Integer> alike) {
    int first = alike.getFirst();
    var parts = new ArrayList<String>();
    parts.add(value(first, first) + " to itself");
    if (alike.size() > 1) {
      parts.add(value(first, alike.get(1)) + " to each other");
    }
    Map<String, List<Integer>> others = new LinkedHashMap<>();
    for (int to = 0; to < names.size(); to++) {
      if (!alike.contains(to)) {
        others.computeIfAbsent(value(first, to), _ -> new ArrayList<>()).add(to);
      }
    }
    others.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> number(entry.getKey())))
        .map(entry -> Wrapped.tied(entry.getKey() + " to ") + joined.apply(entry.getValue()))
        .forEach(parts::add);
    return String.join("; ", parts);
  }

  private static long number(String value) {
    return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : Long.MAX_VALUE;
  }
}
