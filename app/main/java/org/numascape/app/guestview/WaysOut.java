package org.numascape.app.guestview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.check.Fix;
import org.numascape.check.Problem;
import org.numascape.guest.GuestView;
import org.numascape.guest.Mismatch.Kind;
import org.numascape.guest.MismatchGroup;
import org.numascape.placement.Preset;
import org.numascape.placement.PresetPlan;

/// Ways out of mismatches: those of the rules that warn of the same, and the preset that lets the
/// guest follow its host; only what really leaves fewer mismatches of the kind.
interface WaysOut {

  /// With more than this there is nothing to choose from.
  int MOST = 2;

  /// The ways by kind of mismatch, best first.
  ///
  /// @param problems of the same design
  static Map<Kind, List<Fix>> of(Sight sight, List<Problem> problems) {
    var follow =
        PresetPlan.of(Preset.FOLLOW_HOST, sight.design(), sight.id()).edit().stream()
            .map(edit -> new Fix(Preset.FOLLOW_HOST.title(), edit))
            .toList();
    var found = new EnumMap<Kind, List<Fix>>(Kind.class);
    for (var group : sight.groups()) {
      var ways = new ArrayList<Fix>();
      Stream.concat(
              problems.stream()
                  .filter(problem -> problem.domain().filter(sight.id()::equals).isPresent())
                  .filter(problem -> rules(group.kind()).contains(problem.code()))
                  .flatMap(problem -> problem.fixes().stream().limit(1)),
              follow.stream())
          .filter(fix -> ways.stream().noneMatch(way -> way.label().equals(fix.label())))
          .filter(fix -> helps(sight, group, fix))
          .limit(MOST)
          .forEach(ways::add);
      found.put(group.kind(), List.copyOf(ways));
    }
    return found;
  }

  /// A guest without cells has its memory warned of under another id.
  private static Set<String> rules(Kind kind) {
    return kind == Kind.MEMORY_ELSEWHERE
        ? Set.of("N-02", "N-04")
        : kind.rule().map(Set::of).orElse(Set.of());
  }

  private static boolean helps(Sight sight, MismatchGroup group, Fix fix) {
    return GuestView.of(fix.edit().applyTo(sight.design()), sight.id())
        .map(after ->
            after.mismatches().stream().filter(one -> one.kind() == group.kind()).count()
                < group.each().size())
        .orElse(false);
  }
}
