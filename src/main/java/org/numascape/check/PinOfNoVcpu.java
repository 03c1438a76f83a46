package org.numascape.check;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.topology.CpuSet;

/// A pin of a vCPU that the guest has not got: libvirt drops it with a line in its log only, and so
/// it is only in the text that the guest was read from.
final class PinOfNoVcpu implements GuestCheck {

  private static final Pattern PIN =
      Pattern.compile("<vcpupin\\s[^>]*?vcpu\\s*=\\s*['\"](\\d{1,6})['\"]");

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    int maximum = guest.guest().stored().vcpus().maximum();
    if (guest.guest().xml().isEmpty()) {
      return Stream.empty();
    }
    var beyond =
        CpuSet.of(
            PIN.matcher(guest.guest().xml())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .filter(vcpu -> vcpu >= maximum)
                .toList());
    return beyond.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "P-15",
            Severity.ERROR,
            guest,
            Words.vcpus(beyond)
                + (beyond.size() == 1 ? " is" : " are")
                + " pinned, the last one is "
                + (maximum - 1)
                + "; libvirt drops such pins")
            .stream();
  }
}
