package org.numascape.format.synthetic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.numascape.format.FormatException;

/// Gives out the OS indexes of the objects of one level.
///
/// Three forms: a list of all (`0,2,1,3`); loops `step*count:step*count`, the first varying
/// fastest; names of levels (`numa:core`) for the loops that walk over them. Object j gets the sum
/// over the loops of ((j / step) mod count) times the counts of the loops before; a missing
/// innermost loop is added. Source: hwloc's `topology-synthetic.c`, read for behaviour.
///
/// @param trouble to say what is wrong
/// @param levels all levels, for the names
record Interleaving(Trouble trouble, List<Level> levels) {

  /// The highest OS index read.
  private static final int HIGHEST = SyntheticReader.MOST_PUS - 1;

  /// @param step how many neighbours have one value
  /// @param count how many values there are
  private record Loop(long step, long count) {}

  /// The OS indexes of objects 0 to `total` - 1 by attributes; ascending where nothing is said.
  int[] indexes(Attributes attributes, int total) throws FormatException {
    if (attributes.indexes().isEmpty()) {
      return ascending(total);
    }
    var asked = attributes.indexes().get();
    if (asked.text().matches("[0-9,]*")) {
      return listed(asked, total);
    }
    var loops = asked.text().matches("[0-9].*") ? numbers(asked, total) : names(asked, total);
    return walked(asked, completed(asked, loops, total), total);
  }

  private static int[] ascending(int total) {
    var indexes = new int[total];
    for (int at = 0; at < total; at++) {
      indexes[at] = at;
    }
    return indexes;
  }

  private int[] listed(Attributes.Indexes asked, int total) throws FormatException {
    String[] items = asked.text().split(",", -1);
    if (items.length != total) {
      throw trouble.at(
          asked.at(), "there are " + total + " objects but " + items.length + " indexes.");
    }
    var indexes = new int[total];
    var seen = new BitSet();
    int at = asked.at();
    for (int object = 0; object < total; object++) {
      String item = items[object];
      boolean number = !item.isEmpty() && item.length() < 8 && Integer.parseInt(item) <= HIGHEST;
      if (!number) {
        throw trouble.at(at, "an index from 0 to " + HIGHEST + " is expected here.");
      }
      indexes[object] = Integer.parseInt(item);
      if (seen.get(indexes[object])) {
        throw trouble.at(at, "two objects cannot have index " + item + ".");
      }
      seen.set(indexes[object]);
      at += item.length() + 1;
    }
    return indexes;
  }

  private List<Loop> numbers(Attributes.Indexes asked, int total) throws FormatException {
    var loops = new ArrayList<Loop>();
    for (String part : asked.text().split(":", -1)) {
      if (!part.matches("[0-9]{1,9}\\*[0-9]{1,9}")) {
        throw trouble.at(asked.at(), "a loop is written STEP*COUNT, as in 2*4:1*2.");
      }
      int star = part.indexOf('*');
      var loop =
          new Loop(
              Long.parseLong(part.substring(0, star)), Long.parseLong(part.substring(star + 1)));
      if (loop.step < 1 || loop.count < 1 || loop.count > total) {
        throw trouble.at(asked.at(), "the steps and counts of loops are 1 to " + total + ".");
      }
      loops.add(loop);
    }
    return loops;
  }

  private List<Loop> names(Attributes.Indexes asked, int total) throws FormatException {
    var places = new ArrayList<Integer>();
    for (String name : asked.text().split(":", -1)) {
      int place = place(asked, name);
      if (places.contains(place)) {
        throw trouble.at(asked.at(), "\"" + name + "\" is named twice.");
      }
      places.add(place);
    }
    var loops = new ArrayList<Loop>();
    for (int place : places) {
      int around = places.stream().filter(other -> other < place).max(Integer::compare).orElse(0);
      int width = levels.get(place).total();
      if (width > total || total % width != 0) {
        throw trouble.at(
            asked.at(), "the objects to number are not inside \"" + asked.text() + "\".");
      }
      loops.add(new Loop(total / width, width / levels.get(around).total()));
    }
    return loops;
  }

  /// The outermost level of that name; PUs are the last level and hold nothing.
  private int place(Attributes.Indexes asked, String name) throws FormatException {
    var kind = LevelKind.named(name);
    if (kind.isPresent()) {
      for (int place = 0; place < levels.size() - 1; place++) {
        if (levels.get(place).kind().matches(kind.get())) {
          return place;
        }
      }
    }
    throw trouble.at(asked.at(), "no level around the objects is called \"" + name + "\".");
  }

  private List<Loop> completed(Attributes.Indexes asked, List<Loop> loops, int total)
      throws FormatException {
    long walked = 1;
    long least = total;
    for (var loop : loops) {
      walked = Math.min(walked * loop.count, Integer.MAX_VALUE);
      least = Math.min(least, loop.step);
    }
    if (walked == total) {
      return loops;
    }
    if (total % walked != 0 || least != total / walked) {
      throw trouble.at(
          asked.at(), "these loops number " + walked + " objects, there are " + total + ".");
    }
    var completed = new ArrayList<>(loops);
    completed.add(new Loop(1, total / walked));
    return completed;
  }

  private int[] walked(Attributes.Indexes asked, List<Loop> loops, int total)
      throws FormatException {
    var indexes = new int[total];
    int factor = 1;
    for (var loop : loops) {
      for (int object = 0; object < total; object++) {
        indexes[object] += (int) (object / loop.step % loop.count) * factor;
      }
      factor = (int) Math.min((long) factor * loop.count, total);
    }
    var seen = new BitSet();
    for (int index : indexes) {
      if (index >= total || seen.get(index)) {
        throw trouble.at(
            asked.at(), "these loops give index " + index + " to two objects or to none.");
      }
      seen.set(index);
    }
    return indexes;
  }
}
