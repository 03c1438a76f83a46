package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CpuEdit;
import org.numascape.design.Edit;
import org.numascape.design.PlatformEdit;
import org.numascape.domain.Iommu;

/// More than 255 vCPUs on x86 without what it takes, or a CPU without x2apic.
final class ManyVcpus implements GuestCheck {

  private static final int LAST_XAPIC = 255;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var platform = guest.domain().hardware().platform();
    if (!platform.arch().isEmpty() && !platform.arch().equals("x86_64")) {
      return Stream.empty();
    }
    boolean many = guest.domain().vcpus().maximum() > LAST_XAPIC;
    var missing = new ArrayList<String>();
    if ("disable".equals(guest.domain().cpu().features().get("x2apic"))) {
      missing.add("x2apic");
    }
    boolean remaps =
        platform
            .iommu()
            .filter(it -> it.interruptRemapping() && it.extendedInterrupts())
            .isPresent();
    if (many && !remaps) {
      missing.add("an IOMMU with interrupt remapping in extended mode");
    }
    boolean intel = platform.iommu().filter(it -> it.model().equals("intel")).isPresent();
    if (many && intel && !platform.ioApic().equals(Optional.of("qemu"))) {
      missing.add("QEMU's I/O APIC");
    }
    return missing.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "P-22",
            many ? Severity.ERROR : Severity.WARNING,
            guest,
            many
                ? "It has "
                    + guest.domain().vcpus().maximum()
                    + " vCPUs and lacks "
                    + Words.list(missing)
                : "Its CPUs are denied x2apic")
            .titled(many ? "" : "x2apic")
            .fixed(now -> fixes(now, guest, many))
            .stream();
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest, boolean many) {
    var edits = new ArrayList<Edit>();
    if (guest.domain().cpu().features().containsKey("x2apic")) {
      edits.add(new CpuEdit.SetFeature(guest.id(), "x2apic", Optional.empty()));
    }
    if (many) {
      var iommu = new Iommu("intel", true, true);
      edits.add(new PlatformEdit.SetIommu(guest.id(), Optional.of(iommu)));
      edits.add(new PlatformEdit.SetIoApic(guest.id(), Optional.of("qemu")));
    }
    String label = many ? "Add what more than 255 vCPUs need" : "Do not take x2apic away";
    return Trial.fix(facts, guest.id(), "P-22", label, edits);
  }
}
