package org.numascape.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// How a host's kernel and services are set, as far as it was asked. Immutable.
///
/// A setting without an observation was never asked for. Nothing here is ever assumed: what is not
/// known stays unknown, and a rule that needs it says so.
///
/// @param observations what was found
/// @param from who told, for people: `this machine`, `pasted text`, `ssh kvm-07`; empty where
///   nobody did
/// @param readAt when it was read
/// @param changes what was different when the host was read before
public record HostSettings(
    Map<Setting, Observation> observations,
    String from,
    Optional<Instant> readAt,
    List<SettingChange> changes) {

  /// Nobody was asked.
  public static final HostSettings NONE =
      new HostSettings(Map.of(), "", Optional.empty(), List.of());

  /// Copies the collections.
  public HostSettings {
    var copy = new EnumMap<Setting, Observation>(Setting.class);
    copy.putAll(observations);
    observations = Collections.unmodifiableMap(copy);
    changes = List.copyOf(changes);
  }

  /// Settings read for the first time.
  public static HostSettings of(
      Map<Setting, Observation> observations, String from, Optional<Instant> readAt) {
    return new HostSettings(observations, from, readAt, List.of());
  }

  /// Whether nobody told anything.
  public boolean isEmpty() {
    return observations.isEmpty();
  }

  /// What was found of a setting; empty where nobody asked.
  public Optional<Observation> observed(Setting setting) {
    return Optional.ofNullable(observations.get(setting));
  }

  /// Whether it is known, were it that the host has no such thing.
  public boolean knows(Setting setting) {
    return observed(setting).filter(Observation::told).isPresent();
  }

  /// Whether the host is known to have no such thing.
  public boolean lacks(Setting setting) {
    return observed(setting).filter(Observation.Absent.class::isInstance).isPresent();
  }

  /// Its text; empty where it is unknown, absent or no single text.
  public Optional<String> text(Setting setting) {
    return observed(setting)
        .flatMap(seen ->
            seen instanceof Observation.Value(var text, var _)
                ? Optional.of(text)
                : Optional.empty());
  }

  /// Its number; empty where it is unknown, absent or no number.
  public OptionalLong number(Setting setting) {
    return whole(text(setting));
  }

  private static OptionalLong whole(Optional<String> text) {
    return text.filter(digits -> digits.matches("-?[0-9]{1,18}")).stream()
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  /// Its CPUs (OS indexes); empty where it is unknown, absent or no list of CPUs.
  public Optional<CpuSet> cpus(Setting setting) {
    return text(setting).flatMap(HostSettings::list);
  }

  private static Optional<CpuSet> list(String text) {
    try {
      return Optional.of(CpuSet.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Its words with their CPUs; none where it is unknown or absent.
  public Map<String, CpuSet> byCpu(Setting setting) {
    return observed(setting)
        .map(seen ->
            seen instanceof Observation.ByCpu(var cpus, var _)
                ? cpus
                : Collections.<String, CpuSet>emptySortedMap())
        .orElse(Collections.emptySortedMap());
  }

  /// Its texts by name; none where it is unknown or absent.
  public Map<String, String> byName(Setting setting) {
    return observed(setting)
        .map(seen ->
            seen instanceof Observation.ByName(var texts, var _)
                ? texts
                : Collections.<String, String>emptySortedMap())
        .orElse(Collections.emptySortedMap());
  }

  /// One of its texts by name.
  public Optional<String> named(Setting setting, String name) {
    return Optional.ofNullable(byName(setting).get(name));
  }

  /// One of its numbers by name; empty where that is unknown, absent or no number.
  public OptionalLong number(Setting setting, String name) {
    return whole(named(setting, name));
  }

  /// One of its sets of CPUs (OS indexes) by name; empty where that is unknown, absent or no list.
  public Optional<CpuSet> cpus(Setting setting, String name) {
    return named(setting, name).flatMap(HostSettings::list);
  }

  /// Why it is not known: `nobody was asked`, or as the host refused it.
  public String whyUnknown(Setting setting) {
    var seen = observed(setting);
    if (seen.isEmpty()) {
      return isEmpty() ? "the host's settings were not read" : "not among what was read";
    }
    return seen.get() instanceof Observation.Refused(var where, var why) ? where + ": " + why : "";
  }

  /// These with what a later source tells: all of it where that was a reading of the settings, and
  /// beside these where it only told some in passing, as libvirt tells its version.
  public HostSettings renewedBy(HostSettings later) {
    if (later.isEmpty() || later.equals(this)) {
      return this;
    }
    if (isEmpty()) {
      return later;
    }
    if (later.readAt().isPresent()) {
      return later.after(this);
    }
    var all = new EnumMap<Setting, Observation>(Setting.class);
    all.putAll(observations);
    all.putAll(later.observations);
    return new HostSettings(all, from, readAt, changes);
  }

  /// These, read after `earlier` ones, with what changed between. Settings that count (allocation
  /// counters) are no change of settings.
  public HostSettings after(HostSettings earlier) {
    var found = new ArrayList<SettingChange>();
    for (var setting : Setting.values()) {
      var before = earlier.observed(setting);
      var now = observed(setting);
      if (setting != Setting.NODE_COUNTERS
          && before.isPresent()
          && now.isPresent()
          && !before.get().words().equals(now.get().words())) {
        found.add(new SettingChange(setting, before.get().words(), now.get().words()));
      }
    }
    rise(earlier).ifPresent(found::add);
    return new HostSettings(observations, from, readAt, found);
  }

  /// Counters that went up, with by how much; those of a host that was booted since count from 0.
  private Optional<SettingChange> rise(HostSettings earlier) {
    var before = earlier.byName(Setting.NODE_COUNTERS);
    var rises = new ArrayList<String>();
    byName(Setting.NODE_COUNTERS)
        .forEach((name, count) -> {
          long more = number(count) - number(before.getOrDefault(name, count));
          if (more > 0) {
            int gap = name.indexOf(' ');
            rises.add(
                String.format(
                    Locale.ROOT,
                    "%s of node %s by %,d",
                    name.substring(gap + 1),
                    name.substring(0, Math.max(0, gap)),
                    more));
          }
        });
    return rises.isEmpty()
        ? Optional.empty()
        : Optional.of(new SettingChange(Setting.NODE_COUNTERS, "", String.join(", ", rises)));
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
