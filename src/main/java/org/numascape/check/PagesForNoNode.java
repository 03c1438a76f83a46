package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DomainId;
import org.numascape.topology.KernelParameters;
import org.numascape.topology.Setting;

/// Huge pages are set for the whole host, which spreads them evenly, while guests want them on
/// nodes.
final class PagesForNoNode implements HostCheck {

  private static final String CODE = "H-03";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var guests = concerned(facts);
    if (guests.isEmpty()) {
      return Stream.empty();
    }
    var settings = HostSays.settings(facts);
    var line = KernelParameters.of(settings.text(Setting.BOOT_PARAMETERS).orElse(""));
    var boot =
        line.words().stream()
            .filter(word -> word.matches("hugepages=[0-9]+"))
            .filter(word -> !word.equals("hugepages=0"));
    var sysctl =
        settings
            .named(Setting.SYSCTL_FILES, "vm.nr_hugepages")
            .filter(count -> !count.equals("0"))
            .map(count -> "vm.nr_hugepages=" + count)
            .stream();
    return Stream.concat(boot, sysctl)
        .map(setting ->
            Finding.of(
                    CODE,
                    Severity.WARNING,
                    setting
                        + " spreads the pages over all nodes; "
                        + HostSays.guests(facts, guests)
                        + (guests.size() == 1 ? " wants" : " want")
                        + " them on given nodes")
                .at(HostSays.host(facts)));
  }

  private static List<DomainId> concerned(Analysis facts) {
    if (facts.host().nodes().size() < 2) {
      return List.of();
    }
    return facts.guests().values().stream()
        .filter(guest -> guest.domain().backing().hugePages())
        .filter(guest -> !guest.reach().memoryNodes().isEmpty())
        .map(GuestFacts::id)
        .toList();
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return concerned(facts).isEmpty()
        ? Stream.empty()
        : Undecided.unless(
            CODE, HostSays.settings(facts), Setting.BOOT_PARAMETERS, Setting.SYSCTL_FILES);
  }
}
