package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.VcpuState;

/// What is said of single vCPUs is refused by libvirt: vCPU 0 has to be there, first, and no plug;
/// an order is told of all that are there or of none.
///
/// Source: libvirt `qemuDomainDefVcpusPostParse`, `virDomainVcpuParse`.
final class VcpuStatesRefused implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var vcpus = guest.domain().vcpus();
    var each = vcpus.each();
    if (each.isEmpty()) {
      return Stream.empty();
    }
    var wrong = new ArrayList<String>();
    var zero = each.stream().filter(vcpu -> vcpu.id() == 0).findFirst();
    if (zero.isEmpty() || !zero.get().online()) {
      wrong.add("vCPU 0 is not there at start");
    } else if (zero.get().hotpluggable()) {
      wrong.add("vCPU 0 can be unplugged");
    } else if (zero.get().order().orElse(1) != 1) {
      wrong.add("vCPU 0 does not come first");
    }
    var online = each.stream().filter(VcpuState::online).toList();
    long ordered = online.stream().filter(vcpu -> vcpu.order().isPresent()).count();
    if (ordered > 0 && ordered < online.size()) {
      wrong.add("only some vCPUs have an order");
    }
    if (each.stream().anyMatch(vcpu -> vcpu.id() >= vcpus.maximum())) {
      wrong.add("one is beyond the last");
    }
    return wrong.isEmpty()
        ? Stream.empty()
        : Finding.of("P-30", Severity.ERROR, guest, "Of its vCPUs, " + Words.list(wrong))
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    "P-30",
                    "Say only how many vCPUs are there at start",
                    List.of(new VcpuEdit.SetStates(guest.id(), List.of()))))
            .stream();
  }
}
