package org.numascape.check;

import java.util.Set;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.DedicatedCpus;
import org.numascape.topology.Setting;

/// tuned is off, has a profile for another kind of machine, or variables were written for a profile
/// that has none.
final class TunedProfile implements HostCheck {

  private static final String CODE = "S-10";

  private static final String REAL_TIME = "realtime-virtual-host";

  /// Profiles for desks, laptops and guests.
  private static final Set<String> OTHERS =
      Set.of(
          "accelerator-performance",
          "balanced",
          "balanced-battery",
          "desktop",
          "laptop-ac-powersave",
          "laptop-battery-powersave",
          "powersave",
          "realtime-virtual-guest",
          "virtual-guest");

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return HostSays.dedicated(facts)
        .flatMap(some -> Stream.concat(profile(facts, some), variables(facts)));
  }

  private static Stream<Finding> profile(Analysis facts, DedicatedCpus dedicated) {
    var settings = HostSays.settings(facts);
    boolean known = settings.knows(Setting.SERVICES) && settings.knows(Setting.TUNED_PROFILE);
    if (!known) {
      return Stream.empty();
    }
    if (!settings.byName(Setting.SERVICES).containsKey("tuned")) {
      return finding(facts, "tuned does not run, so no profile for hosts is in force");
    }
    String profile = settings.text(Setting.TUNED_PROFILE).orElse("");
    if (!dedicated.realTime().isEmpty() && !profile.equals(REAL_TIME)) {
      return finding(
          facts,
          "tuned's profile is "
              + (profile.isEmpty() ? "not set" : profile)
              + ", and "
              + HostSays.guests(facts, dedicated.realTime())
              + (dedicated.realTime().size() == 1 ? " is" : " are")
              + " real-time");
    }
    return profile.isEmpty() || OTHERS.contains(profile)
        ? finding(
            facts,
            profile.isEmpty()
                ? "tuned runs without a profile"
                : "tuned's profile is " + profile + ", which is for another kind of machine")
        : Stream.empty();
  }

  private static Stream<Finding> variables(Analysis facts) {
    boolean vain =
        HostSays.settings(facts).byName(Setting.TUNED_VARIABLES).keySet().stream()
            .anyMatch(name -> name.startsWith("virtual-host "));
    return vain
        ? finding(facts, "Variables are set for tuned's virtual-host, which reads none")
        : Stream.empty();
  }

  private static Stream<Finding> finding(Analysis facts, String message) {
    return Finding.of(CODE, Severity.INFO, message).at(HostSays.host(facts)).stream();
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return HostSays.dedicated(facts)
        .flatMap(some ->
            Undecided.unless(
                CODE,
                HostSays.settings(facts),
                Setting.SERVICES,
                Setting.TUNED_PROFILE,
                Setting.TUNED_VARIABLES));
  }
}
