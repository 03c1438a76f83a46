package org.numascape.format.virsh;

import java.util.ArrayList;
import java.util.List;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.design.PoolPlan;
import org.numascape.format.virsh.Line.Command;
import org.numascape.format.virsh.Line.Remark;
import org.numascape.format.virsh.Script.Part;

/// Says how to do by hand what a design plans, with virsh and the kernel's own files.
///
/// Where virsh has no command for a change, a remark names the XML element to write with `virsh
/// edit`. Every name is quoted, so the text can be pasted into a shell.
public final class VirshCommands {

  private VirshCommands() {}

  /// The commands for all that is planned, huge-page pools first, because guests need them to
  /// start.
  public static Script of(Design design) {
    var parts = new ArrayList<Part>();
    if (!design.pools().isEmpty()) {
      parts.add(new Part("Huge pages", pools(design.pools())));
    }
    design
        .changedGuests()
        .map(guest -> new Part(guest.name(), GuestCommands.of(guest)))
        .forEach(parts::add);
    if (!parts.isEmpty() && design.source() instanceof HostSource.Connection(var uri)) {
      parts.addFirst(new Part("Connection", List.of(connection(uri))));
    }
    return new Script(parts);
  }

  // libvirt: docs/uri.rst, virsh takes this where no -c is given.
  private static Line connection(String uri) {
    return new Command("export LIBVIRT_DEFAULT_URI=" + Shell.word(uri));
  }

  private static List<Line> pools(List<PoolPlan> plans) {
    var lines = new ArrayList<Line>();
    for (var plan : plans) {
      long kib = plan.size().kib();
      lines.add(
          new Command(
              "virsh allocpages --cellno %d --pagesize %dKiB --pagecount %d"
                  .formatted(plan.node(), kib, plan.pages())));
      lines.add(
          Remark.of(
              "or as root on the host: echo %d > %s".formatted(plan.pages(), poolFile(plan))));
    }
    lines.add(
        Remark.of(
            "the kernel gives what it finds: read the files again; after a reboot the pools are as"
                + " before"));
    return lines;
  }

  // kernel: Documentation/admin-guide/mm/hugetlbpage.rst
  private static String poolFile(PoolPlan plan) {
    return "/sys/devices/system/node/node%d/hugepages/hugepages-%dkB/nr_hugepages"
        .formatted(plan.node(), plan.size().kib());
  }
}
