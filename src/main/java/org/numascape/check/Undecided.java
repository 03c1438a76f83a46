package org.numascape.check;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.topology.HostSettings;
import org.numascape.topology.Setting;

/// A rule that cannot tell whether it is broken.
///
/// @param code the rule's id in the catalogue
/// @param missing the settings nobody knows
/// @param why in words: `automatic NUMA balancing is not known: not among what was read`
public record Undecided(String code, List<Setting> missing, String why) {

  /// Copies the list.
  public Undecided {
    missing = List.copyOf(missing);
  }

  /// The rule, where any of these settings is not known.
  static Stream<Undecided> unless(String code, HostSettings settings, Setting... needed) {
    var missing = Arrays.stream(needed).filter(setting -> !settings.knows(setting)).toList();
    return missing.isEmpty() ? Stream.empty() : Stream.of(of(code, settings, missing));
  }

  /// The rule for want of these settings.
  static Undecided of(String code, HostSettings settings, List<Setting> missing) {
    String what = missing.stream().map(Setting::words).collect(Collectors.joining(", "));
    String why =
        missing.stream().map(settings::whyUnknown).distinct().collect(Collectors.joining("; "));
    return new Undecided(
        code, missing, what + (missing.size() == 1 ? " is" : " are") + " not known: " + why);
  }

  /// The rule's title.
  public String title() {
    return RuleText.of(code).title();
  }
}
