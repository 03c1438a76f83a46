package org.numascape.app.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.Vcpus;
import org.numascape.topology.CpuSet;

/// How many vCPUs there are, which of them are there at start, and where they run unpinned.
public final class CpuPage implements SettingsPage {

  /// The most vCPUs that any machine type of QEMU takes.
  private static final int MOST = 4096;

  private final GuestForm form;

  /// The page of a guest.
  public CpuPage(DesignStore store, DomainId guest) {
    form = new GuestForm(store, guest);
  }

  @Override
  public String name() {
    return "CPUs";
  }

  @Override
  public Ikon icon() {
    return Material2MZ.MEMORY;
  }

  @Override
  public Node view() {
    count();
    each();
    unpinned();
    return form.scrolled();
  }

  private Vcpus vcpus() {
    return form.domain().vcpus();
  }

  private void count() {
    form.section("vCPUs", "A vCPU is a thread of the host that the guest takes for a CPU.");
    form.row(
        "At most",
        form.text(
            "vcpu-maximum",
            "How many vCPUs the guest can have",
            "",
            () -> Integer.toString(vcpus().maximum()),
            this::setMaximum),
        "Pins, cells and topology follow: new vCPUs go to the last cell, and what names one that"
            + " goes is cut.");
    form.row(
        "At start",
        form.text(
            "vcpu-current",
            "How many vCPUs the guest starts with",
            "",
            () -> Integer.toString(vcpus().current()),
            typed ->
                form.apply(
                    new VcpuEdit.SetCount(
                        form.id(),
                        vcpus().maximum(),
                        Numbers.count(typed, 1, vcpus().maximum(), "vCPUs")))),
        "The rest can be plugged in while it runs. A new maximum needs a power cycle.");
    form.problems("P-16", "P-21", "P-22", "P-25");
  }

  private void setMaximum(String typed) {
    int count = Numbers.count(typed, 1, MOST, "vCPUs");
    boolean all = vcpus().current() == vcpus().maximum();
    int current = all ? count : Math.min(count, vcpus().current());
    form.apply(new VcpuEdit.SetCount(form.id(), count, current));
  }

  private void each() {
    form.section("One by one", "");
    form.tick(
        "vcpu-each",
        "Say it for each vCPU",
        () -> !vcpus().each().isEmpty(),
        on ->
            form.apply(
                new VcpuEdit.SetStates(
                    form.id(), on ? VcpuStates.of(vcpus()).states() : List.of())),
        "Otherwise the first ones are there at start, and libvirt decides which can be unplugged.");
    var online =
        form.text(
            "vcpu-online",
            "vCPUs there at start, such as 0-3,6",
            "",
            () -> vcpus().online().toString(),
            this::setOnline);
    var order =
        form.text(
            "vcpu-order",
            "The order in which vCPUs are made, such as 0,2,1",
            "any order",
            () -> listed(VcpuStates.of(vcpus()).order()),
            this::setOrder);
    var table = new VcpuTable(form);
    form.shownWhile(
        () -> !vcpus().each().isEmpty(),
        () -> {
          form.row(
              "There at start",
              online,
              "vCPU 0 always is, and stays. What is not there can be plugged in.");
          form.row("", table, "Those that cannot be unplugged are the first ones.");
          form.row("Made in this order", order, "All of those there at start, or none is named.");
        });
  }

  private void setOnline(String typed) {
    var those = CpuSet.parse(typed);
    if (those.last() >= vcpus().maximum()) {
      throw new IllegalArgumentException(
          "vCPU " + those.last() + " does not exist, the last one is " + (vcpus().maximum() - 1));
    }
    form.apply(
        new VcpuEdit.SetStates(form.id(), VcpuStates.of(vcpus()).withOnline(those).states()));
  }

  private void setOrder(String typed) {
    List<Integer> order =
        typed.isEmpty()
            ? List.of()
            : Stream.of(typed.split(",", -1))
                .map(one -> Numbers.count(one.strip(), 0, vcpus().maximum() - 1, "vCPUs"))
                .toList();
    form.apply(new VcpuEdit.SetStates(form.id(), VcpuStates.of(vcpus()).withOrder(order).states()));
  }

  private static String listed(List<Integer> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private void unpinned() {
    form.section(
        "Without a pin",
        "Where vCPUs, emulator and I/O threads run that have no pin of their own.");
    form.choice(
        "vcpu-placement",
        "Placement",
        List.of(new Choice<>(false, "by this design"), new Choice<>(true, "left to numad")),
        () -> vcpus().automatic(),
        automatic -> form.apply(new VcpuEdit.SetPlacement(form.id(), automatic)),
        "numad looks for room when the guest starts; it must be installed on the host, and what it"
            + " says overrides the CPUs below.");
    form.row(
        "Host CPUs",
        form.cpus(
            "vcpu-cpuset",
            "Host CPUs for threads without a pin, such as 0-3,8,^2; empty for all",
            "all CPUs",
            () -> vcpus().cpuset(),
            cpus -> form.apply(new VcpuEdit.SetCpuset(form.id(), cpus))),
        "Every thread of the guest without a pin may run on any of them. Pins go before it.");
    form.problems("P-01", "P-20");
  }
}
