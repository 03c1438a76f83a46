package org.numascape.readiness;

import java.util.List;

/// What several points make of a step.
interface States {

  /// Not known where any is not known and none is open; done only where all are.
  static StepState all(List<Point> points) {
    var told = points.stream().map(Point::state).filter(s -> s != StepState.NOT_NEEDED).toList();
    if (told.isEmpty()) {
      return StepState.NOT_NEEDED;
    }
    if (told.stream().allMatch(StepState.DONE::equals)) {
      return StepState.DONE;
    }
    if (told.contains(StepState.OPEN) || told.contains(StepState.PART)) {
      boolean some = told.contains(StepState.DONE) || told.contains(StepState.PART);
      return some ? StepState.PART : StepState.OPEN;
    }
    return StepState.UNKNOWN;
  }
}
