package org.numascape.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DomainId;

/// What is wrong with a design.
///
/// Remembers what was found in each guest alone, so that after a change only the guest that changed
/// is looked at again, besides the rules that look at all guests together.
public final class Report {

  private static final Comparator<Found> ORDER =
      Comparator.comparing((Found found) -> found.finding().severity())
          .thenComparingInt(Found::place);

  private final Map<DomainId, Examined> examined;
  private final List<Problem> problems;
  private final List<MutedProblem> muted;
  private final List<Undecided> undecided;

  /// Something found by the rule in that place of the list of all rules.
  private record Found(int place, Finding finding) {}

  /// What was found in a guest alone.
  private record Examined(GuestFacts guest, List<Found> found) {}

  private Report(
      Map<DomainId, Examined> examined,
      List<Problem> problems,
      List<MutedProblem> muted,
      List<Undecided> undecided) {
    this.examined = examined;
    this.problems = Collections.unmodifiableList(problems);
    this.muted = Collections.unmodifiableList(muted);
    this.undecided = List.copyOf(undecided);
  }

  /// What is wrong with a design.
  public static Report of(Analysis facts) {
    return of(facts, Map.of());
  }

  /// What is wrong with a later design, where these facts came [after][Analysis#after] the ones
  /// reported here. The same as [#of], only sooner.
  public Report after(Analysis facts) {
    return of(facts, examined);
  }

  private static Report of(Analysis facts, Map<DomainId, Examined> before) {
    var examined = new HashMap<DomainId, Examined>();
    var found = new ArrayList<Found>();
    for (var guest : facts.guests().values()) {
      var known = before.get(guest.id());
      var result = known != null && known.guest().equals(guest) ? known : examine(guest);
      examined.put(guest.id(), result);
      found.addAll(result.found());
    }
    var rules = Checks.all();
    for (int place = 0; place < rules.size(); place++) {
      if (rules.get(place).check() instanceof DesignCheck check) {
        int here = place;
        check.examine(facts).forEach(finding -> found.add(new Found(here, finding)));
      }
    }
    found.sort(ORDER);
    var problems = new ArrayList<Problem>();
    var muted = new ArrayList<MutedProblem>();
    for (var one : found) {
      var problem = new Problem(one.finding(), facts);
      if (facts.design().checking().mutes().isEmpty()) {
        problems.add(problem);
        continue;
      }
      facts
          .design()
          .checking()
          .mute(problem.code(), problem.domain())
          .ifPresentOrElse(
              mute -> muted.add(new MutedProblem(problem, mute)), () -> problems.add(problem));
    }
    return new Report(examined, problems, muted, undecided(facts));
  }

  private static List<Undecided> undecided(Analysis facts) {
    return Checks.all().stream()
        .flatMap(rule ->
            rule.check() instanceof HostCheck check ? check.undecided(facts) : Stream.empty())
        .filter(one -> facts.design().checking().mute(one.code(), Optional.empty()).isEmpty())
        .sorted(Comparator.comparing(Undecided::code))
        .toList();
  }

  /// What the rules find in a guest alone.
  static List<Finding> alone(GuestFacts guest) {
    return examine(guest).found().stream().map(Found::finding).toList();
  }

  private static Examined examine(GuestFacts guest) {
    var found = new ArrayList<Found>();
    var rules = Checks.all();
    for (int place = 0; place < rules.size(); place++) {
      if (rules.get(place).check() instanceof GuestCheck check) {
        int here = place;
        check.examine(guest).forEach(finding -> found.add(new Found(here, finding)));
      }
    }
    return new Examined(guest, List.copyOf(found));
  }

  /// What is wrong, worst first; within a severity in the order of the rules, then of the design or
  /// the host. The same design always gives the same list.
  public List<Problem> problems() {
    return problems;
  }

  /// What is wrong and was muted, in the same order.
  public List<MutedProblem> muted() {
    return muted;
  }

  /// Rules that cannot tell, because settings of the host are not known; by their codes. Neither
  /// problems nor an all-clear.
  public List<Undecided> undecided() {
    return undecided;
  }
}
