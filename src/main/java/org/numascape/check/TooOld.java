package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.Setting;

/// The host's libvirt is older than what a guest uses.
///
/// Source: libvirt's formatdomain, "Since".
final class TooOld implements HostCheck {

  private static final String CODE = "S-12";

  /// Something a definition may use.
  private record Feature(String words, int major, int minor) {
    boolean lacking(String version) {
      return Version.before(version, major, minor);
    }
  }

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var version = HostSays.settings(facts).text(Setting.LIBVIRT);
    return version.stream()
        .flatMap(has ->
            facts.guests().values().stream()
                .flatMap(guest ->
                    used(guest).stream()
                        .filter(feature -> feature.lacking(has))
                        .map(feature -> finding(guest, feature, has))));
  }

  private static Finding finding(GuestFacts guest, Feature feature, String has) {
    return Finding.of(
        CODE,
        Severity.ERROR,
        guest,
        "It uses "
            + feature.words()
            + ", which takes libvirt "
            + feature.major()
            + "."
            + feature.minor()
            + "; the host has "
            + has);
  }

  private static List<Feature> used(GuestFacts guest) {
    var domain = guest.domain();
    var used = new ArrayList<Feature>();
    if (modes(domain).anyMatch(MemoryMode.RESTRICTIVE::equals)) {
      used.add(new Feature("the memory mode restrictive", 7, 3));
    }
    if (domain.cells().stream().map(GuestCell::vcpus).anyMatch(cpus -> cpus.isEmpty())) {
      used.add(new Feature("a cell without vCPUs", 6, 6));
    }
    if (domain.cpu().topology().filter(shape -> shape.dies() > 1).isPresent()) {
      used.add(new Feature("dies", 6, 1));
    }
    if (domain.cpu().topology().filter(shape -> shape.clusters() > 1).isPresent()) {
      used.add(new Feature("clusters", 10, 1));
    }
    if (domain.hardware().disks().stream().anyMatch(disk -> disk.ioThreads().size() > 1)) {
      used.add(new Feature("several I/O threads for one disk", 10, 0));
    }
    return used;
  }

  private static Stream<MemoryMode> modes(Domain domain) {
    var tune = domain.numaTune();
    return Stream.concat(tune.memory().stream(), tune.cells().values().stream())
        .map(MemoryBinding::mode);
  }

  /// Only a guest that uses something young is asked about.
  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return facts.guests().values().stream().allMatch(guest -> used(guest).isEmpty())
        ? Stream.empty()
        : Undecided.unless(CODE, HostSays.settings(facts), Setting.LIBVIRT);
  }
}
