package org.numascape.readiness;

import java.util.List;
import java.util.stream.Collectors;
import org.numascape.analysis.Analysis;

/// The eight steps for one design, all derived from its guests, its plans and what is known of its
/// host.
public record Checklist(List<Step> steps) {

  /// Copies the list.
  public Checklist {
    steps = List.copyOf(steps);
  }

  /// The steps as they stand.
  public static Checklist of(Analysis facts) {
    return new Checklist(
        List.of(
            HugePagesStep.of(facts),
            GovernorStep.of(facts),
            BalancingStep.of(facts),
            IsolationStep.of(facts),
            IdleStep.of(facts),
            GuestSteps.placement(facts),
            GuestSteps.cpuMode(facts),
            GuestSteps.caches(facts)));
  }

  /// How many steps are in a state.
  public long count(StepState state) {
    return steps.stream().filter(step -> step.state() == state).count();
  }

  /// `3 done, 1 in part, 2 not done, 2 unknown`
  public String summary() {
    return List.of(StepState.values()).stream()
        .filter(state -> count(state) > 0)
        .map(state -> count(state) + " " + state.words())
        .collect(Collectors.joining(", "));
  }

  /// The commands of all steps that are not done, for boots where there is such a way.
  public String script() {
    return joined(false);
  }

  /// What takes [#script()] back, the last step first.
  public String undoScript() {
    return joined(true);
  }

  private String joined(boolean undo) {
    var parts =
        steps.stream()
            .filter(step -> step.topic().ofHost())
            .filter(step -> step.state() == StepState.OPEN || step.state() == StepState.PART)
            .flatMap(step ->
                step.ways().stream()
                    .filter(way -> way.kind() == Way.Kind.LASTING)
                    .map(way -> part(step, way, undo)))
            .collect(Collectors.toList());
    return String.join("\n", undo ? parts.reversed() : parts);
  }

  private static String part(Step step, Way way, boolean undo) {
    return "# "
        + step.number()
        + ". "
        + step.topic().title()
        + "\n"
        + (undo ? way.undo() : way.commands());
  }
}
