package org.numascape.app.widget;

import java.util.ArrayList;
import java.util.List;
import org.numascape.apply.XmlDiff;

/// One row of a shown difference.
sealed interface DiffRow {

  /// How many lines around a change are shown.
  int CONTEXT = 3;

  /// A line of the text.
  record Text(XmlDiff.Line line) implements DiffRow {}

  /// Lines left out because nothing about them changes.
  record Gap(int lines) implements DiffRow {}

  /// Every line.
  static List<DiffRow> whole(XmlDiff diff) {
    return diff.lines().stream().<DiffRow>map(Text::new).toList();
  }

  /// Changes and what is around them; gaps say how much is left out.
  static List<DiffRow> changes(XmlDiff diff) {
    var rows = new ArrayList<DiffRow>();
    int next = 0;
    for (var hunk : diff.hunks(CONTEXT)) {
      int start = indexOf(diff, hunk.lines().getFirst(), next);
      if (start > next) {
        rows.add(new Gap(start - next));
      }
      hunk.lines().forEach(line -> rows.add(new Text(line)));
      next = start + hunk.lines().size();
    }
    if (!rows.isEmpty() && next < diff.lines().size()) {
      rows.add(new Gap(diff.lines().size() - next));
    }
    return rows;
  }

  private static int indexOf(XmlDiff diff, XmlDiff.Line line, int from) {
    for (int i = from; i < diff.lines().size(); i++) {
      if (diff.lines().get(i).equals(line)) {
        return i;
      }
    }
    return from;
  }
}
