package org.numascape.format.domainxml;

import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.Vcpus;
import org.numascape.format.FormatException;

/// `vcpu`: the counts, the CPUs of unpinned threads, and who places them.
final class VcpuRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) throws FormatException {
    var reader = new VcpuReader(new Fields(xml), xml.root());
    var now = reader.read(reader.maximum());
    var want = wanted.vcpus();
    var present = xml.root().child("vcpu");
    if (present.isEmpty()) {
      return plain(now, want) ? xml : Section.DOMAIN.single(xml, "vcpu", Optional.of(markup(want)));
    }
    var patch = new Patch(xml);
    var vcpu = present.get();
    if (want.maximum() != now.maximum()) {
      patch.say(vcpu, Integer.toString(want.maximum()));
    }
    if (want.maximum() != now.maximum() || want.current() != now.current()) {
      patch.setOrUnset(vcpu, "current", current(want));
    }
    place(patch, vcpu, now, want);
    return patch.done();
  }

  private static boolean plain(Vcpus now, Vcpus want) {
    return now.maximum() == want.maximum()
        && now.current() == want.current()
        && now.cpuset().equals(want.cpuset())
        && now.automatic() == want.automatic();
  }

  private static Optional<Integer> current(Vcpus want) {
    return want.current() == want.maximum() ? Optional.empty() : Optional.of(want.current());
  }

  /// Where numad places the vCPUs, libvirt passes over a cpuset, and so it may be in the text.
  private static void place(Patch patch, XmlElement vcpu, Vcpus now, Vcpus want) {
    if (now.automatic() != want.automatic()) {
      if (want.automatic()) {
        patch.set(vcpu, "placement", "auto");
      } else {
        patch.set(vcpu, "placement", "static");
      }
    }
    boolean takenBack = now.automatic() && !want.automatic() && want.cpuset().isEmpty();
    if (!now.cpuset().equals(want.cpuset()) || takenBack) {
      patch.setOrUnset(vcpu, "cpuset", want.cpuset());
    }
  }

  private static Markup markup(Vcpus want) {
    var vcpu = Markup.saying("vcpu", want.maximum());
    var placed = want.automatic() ? vcpu.with("placement", "auto") : vcpu;
    return placed.with("cpuset", want.cpuset()).with("current", current(want));
  }
}
