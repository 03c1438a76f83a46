package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.domain.HostDevice;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Setting;

/// Interrupts of devices disturb a guest that has CPUs for itself and has not these devices, or
/// those of a passed-through device go to CPUs of another node than the device's.
///
/// Told is where interrupts go, not where they may: that is `InterruptsOnDedicated`.
final class DeviceInterrupts implements HostCheck {

  private static final String CODE = "D-07";

  /// More devices than that are counted, not named.
  private static final int NAMED = 3;

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var cpus = cpus(facts);
    return cpus.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            facts.guests().values().stream()
                .filter(GuestFacts::dedicated)
                .flatMap(guest -> disturbed(facts, guest, cpus)),
            facts.guests().values().stream().flatMap(guest -> remote(facts, guest, cpus)));
  }

  /// Where the interrupts of devices go, by their addresses.
  private static Map<String, CpuSet> cpus(Analysis facts) {
    var settings = HostSays.settings(facts);
    var found = new TreeMap<String, CpuSet>();
    settings
        .byName(Setting.DEVICE_INTERRUPTS)
        .keySet()
        .forEach(device ->
            settings
                .cpus(Setting.DEVICE_INTERRUPTS, device)
                .ifPresent(set -> found.put(device, set)));
    return found;
  }

  private static Stream<Finding> disturbed(
      Analysis facts, GuestFacts guest, Map<String, CpuSet> cpus) {
    var own = guest.domain().devices().stream().map(HostDevice::address).toList();
    var devices = new ArrayList<String>();
    var hit = CpuSet.EMPTY;
    for (var entry : cpus.entrySet()) {
      var here = entry.getValue().and(guest.firmCpus());
      if (!here.isEmpty() && !own.contains(entry.getKey())) {
        devices.add(entry.getKey());
        hit = hit.or(here);
      }
    }
    return devices.isEmpty()
        ? Stream.empty()
        : Finding.of(
            CODE,
            Severity.WARNING,
            guest,
            "Interrupts of " + names(facts, devices) + " go to " + Words.cpus(hit))
            .at(HostSays.cpus(facts, hit))
            .stream();
  }

  private static String names(Analysis facts, List<String> devices) {
    var named =
        devices.stream()
            .limit(devices.size() > NAMED + 1 ? NAMED : devices.size())
            .map(address -> Devices.at(facts.host(), address).map(Devices::name).orElse(address))
            .toList();
    int more = devices.size() - named.size();
    return Words.list(named) + (more == 0 ? "" : " and " + more + " other devices");
  }

  private static Stream<Finding> remote(
      Analysis facts, GuestFacts guest, Map<String, CpuSet> cpus) {
    return Devices.of(guest).stream()
        .flatMap(device -> {
          var goesTo = cpus.getOrDefault(device.address(), CpuSet.EMPTY);
          var nodes = facts.host().nodesOf(goesTo);
          var home = Devices.nodes(facts.host(), device);
          boolean near = home.isEmpty() || nodes.isEmpty() || nodes.intersects(home);
          return near
              ? Stream.empty()
              : Finding.of(
                  CODE,
                  Severity.WARNING,
                  guest,
                  "Interrupts of its "
                      + Devices.name(device)
                      + " on "
                      + Words.nodes(home)
                      + " go to "
                      + Words.cpus(goesTo)
                      + " of "
                      + Words.nodes(nodes))
                  .titled("remote")
                  .at(new Item.Device(guest.id(), device.address()), new Item.OnHost(device.id()))
                  .stream();
        });
  }

  /// Asked where a guest has CPUs for itself or a device of its own.
  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    boolean concerned =
        facts.guests().values().stream()
            .anyMatch(guest -> guest.dedicated() || !guest.domain().devices().isEmpty());
    return concerned
        ? Undecided.unless(CODE, HostSays.settings(facts), Setting.DEVICE_INTERRUPTS)
        : Stream.empty();
  }
}
