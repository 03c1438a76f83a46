package org.numascape.document;

import java.time.Instant;
import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.format.FormatException;
import org.numascape.format.sysfs.PrintedTree;
import org.numascape.format.sysfs.SettingsScan;
import org.numascape.format.sysfs.SettingsScript;
import org.numascape.format.sysfs.ThisMachine;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Setting;

/// Settings of a host from what an administrator pasted, or of this machine, and how they come into
/// a design.
public interface SettingsText {

  /// The commands whose output [#read] reads, for a terminal.
  static String commands() {
    return SettingsScript.forTerminal();
  }

  /// The settings in a text.
  ///
  /// @param from who tells, for people
  /// @throws FormatException when the text holds none, or its end is missing
  static HostSettings read(String from, String text, Optional<Instant> at) throws FormatException {
    var tree = PrintedTree.of(text);
    if (!PrintedTree.isIn(text) || tree.isEmpty()) {
      throw new FormatException(
          from,
          0,
          "This is not what the commands print: it has no line \"" + SettingsScript.BEGIN + "\".");
    }
    if (!tree.whole()) {
      throw new FormatException(
          from, 0, "The end is missing: the last line has to be \"" + SettingsScript.END + "\".");
    }
    return SettingsScan.of(tree, from, at);
  }

  /// The settings of the machine the program runs on.
  static HostSettings ofThisMachine(Instant now) {
    return SettingsScan.of(new ThisMachine(), "this machine", Optional.of(now));
  }

  /// Why these settings cannot be of that host, in a sentence; empty where nothing speaks against
  /// it.
  static Optional<String> misfit(HostTopology host, HostSettings settings) {
    var online = settings.cpus(Setting.ONLINE_CPUS);
    var all = CpuSet.of(host.pus().keySet());
    if (online.isEmpty() || online.get().equals(host.usableCpus()) || online.get().equals(all)) {
      return Optional.empty();
    }
    return all.containsAll(online.get()) && host.pus().size() - online.get().size() < all.size() / 2
        ? Optional.empty()
        : Optional.of(
            "These settings are of a machine with CPUs "
                + online.get()
                + "; the host of the design has CPUs "
                + all
                + ".");
  }

  /// The design on its host as these settings tell it; what changed since the last reading is kept
  /// with them.
  static Design noted(Design design, HostSettings settings) {
    var host = design.host();
    var before = host.facts().settings();
    var now = before.readAt().isPresent() ? settings.after(before) : settings;
    return design.onHost(host.with(host.facts().withSettings(now)), design.source());
  }
}
