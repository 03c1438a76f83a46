package org.numascape.app.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.numascape.app.widget.Times;
import org.numascape.design.History;

/// A state of the session in the list of them: what led to it.
///
/// @param edits how many edits led to it from where the session began
/// @param when where it stands beside the present state
record StepRow(int edits, String label, Instant at, When when) {

  /// Where a state stands beside the present one.
  enum When {
    /// Undo leads there.
    PAST,
    /// It is what is shown.
    PRESENT,
    /// Redo leads there.
    UNDONE
  }

  /// Every state of a session, oldest first.
  ///
  /// @param began when the session began
  static List<StepRow> of(History history, Instant began) {
    var rows = new ArrayList<StepRow>();
    String first = "Opened “" + history.state(0).name() + "”";
    rows.add(new StepRow(0, first, began, when(history, 0)));
    for (int edits = 1; edits <= history.length(); edits++) {
      var step = history.step(edits);
      rows.add(new StepRow(edits, step.label(), step.at(), when(history, edits)));
    }
    return rows;
  }

  private static When when(History history, int edits) {
    int order = Integer.compare(edits, history.position());
    return order == 0 ? When.PRESENT : order < 0 ? When.PAST : When.UNDONE;
  }

  /// What a screen reader says.
  String words() {
    return label
        + ", "
        + Times.ofDay(at)
        + switch (when) {
          case PAST -> "";
          case PRESENT -> ", the present state";
          case UNDONE -> ", undone";
        };
  }
}
