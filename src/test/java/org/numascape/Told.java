package org.numascape;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Observation;
import org.numascape.topology.Setting;

/// Builds hosts of which settings are told, for tests:
/// `Told.on(Hosts.fourNodes()).value(Setting.KSM, "1").host()`.
public final class Told {

  private final HostTopology host;
  private final Map<Setting, Observation> found = new EnumMap<>(Setting.class);

  private Told(HostTopology host) {
    this.host = host;
  }

  /// Nothing told yet.
  public static Told on(HostTopology host) {
    return new Told(host);
  }

  /// A text.
  public Told value(Setting setting, String text) {
    found.put(setting, new Observation.Value(text, "/" + setting.key()));
    return this;
  }

  /// A word for each CPU: `"performance=0-3", "powersave=4-7"`.
  public Told byCpu(Setting setting, String... words) {
    var cpus = new TreeMap<String, CpuSet>();
    Arrays.stream(words)
        .forEach(word -> {
          int equals = word.indexOf('=');
          cpus.put(word.substring(0, equals), CpuSet.parse(word.substring(equals + 1)));
        });
    found.put(setting, new Observation.ByCpu(cpus, "/" + setting.key()));
    return this;
  }

  /// Texts by name: `"irqbalance=", "0 2048 total=16"`.
  public Told byName(Setting setting, String... words) {
    var texts = new TreeMap<String, String>();
    Arrays.stream(words)
        .forEach(word -> {
          int equals = word.indexOf('=');
          texts.put(word.substring(0, equals), word.substring(equals + 1));
        });
    found.put(setting, new Observation.ByName(texts, "/" + setting.key()));
    return this;
  }

  /// The host has no such thing.
  public Told absent(Setting... settings) {
    for (var setting : settings) {
      found.put(setting, new Observation.Absent("/" + setting.key()));
    }
    return this;
  }

  /// The host did not show it.
  public Told refused(Setting setting) {
    found.put(setting, new Observation.Refused("/" + setting.key(), "permission denied"));
    return this;
  }

  /// The settings.
  public HostSettings settings() {
    return HostSettings.of(found, "test", Optional.empty());
  }

  /// The host with the settings.
  public HostTopology host() {
    return host.with(host.facts().withSettings(settings()));
  }
}
