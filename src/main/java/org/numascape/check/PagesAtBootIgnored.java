package org.numascape.check;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.topology.KernelParameters;
import org.numascape.topology.Setting;

/// Huge pages on the boot loader's line that the kernel takes otherwise than it looks, or not at
/// all.
///
/// Source: kernel `Documentation/admin-guide/mm/hugetlbpage.rst`; lists by node since 5.16.
final class PagesAtBootIgnored implements HostCheck {

  private static final String CODE = "H-11";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var settings = HostSays.settings(facts);
    var words = KernelParameters.of(settings.text(Setting.BOOT_PARAMETERS).orElse("")).words();
    var found = new ArrayList<String>();
    boolean size = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      size |= word.startsWith("hugepagesz=");
      boolean later =
          words.subList(i, words.size()).stream().anyMatch(it -> it.startsWith("hugepagesz="));
      if (word.startsWith("hugepages=") && !size && later) {
        found.add(word + " stands before its hugepagesz=, so it counts pages of the default size");
      }
      boolean byNode = word.startsWith("hugepages=") && word.contains(":");
      if (byNode && Version.before(settings.text(Setting.KERNEL).orElse(""), 5, 16)) {
        found.add(
            word
                + " names nodes, which takes Linux 5.16; the host has "
                + settings.text(Setting.KERNEL).orElse(""));
      }
    }
    return found.stream()
        .map(message -> Finding.of(CODE, Severity.WARNING, message).at(HostSays.host(facts)));
  }

  /// Asked where a guest is on huge pages.
  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    return facts.guests().values().stream().noneMatch(guest -> guest.domain().backing().hugePages())
        ? Stream.empty()
        : Undecided.unless(CODE, HostSays.settings(facts), Setting.BOOT_PARAMETERS, Setting.KERNEL);
  }
}
