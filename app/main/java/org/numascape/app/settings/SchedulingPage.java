package org.numascape.app.settings;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.design.TuneEdit;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.IoThread;
import org.numascape.domain.Scheduling;
import org.numascape.topology.CpuSet;

/// How the guest's threads get CPU time against others.
public final class SchedulingPage implements SettingsPage {

  private final GuestForm form;

  /// The page of a guest.
  public SchedulingPage(DesignStore store, DomainId guest) {
    form = new GuestForm(store, guest);
  }

  @Override
  public String name() {
    return "CPU time";
  }

  @Override
  public Ikon icon() {
    return Material2MZ.TIMELAPSE;
  }

  @Override
  public Node view() {
    classes();
    shares();
    bandwidths();
    return form.scrolled();
  }

  private void classes() {
    form.section(
        "Scheduling class",
        "fifo and rr go before everything that is not real-time, kernel threads included; with a"
            + " CPU of its own a thread wants priority 1. batch and idle step back for others.");
    form.add(
        new ClassRows(
            form,
            "vcpu",
            "vCPUs",
            () -> form.domain().cpuTune().vcpuSchedulers(),
            () -> CpuSet.range(0, form.domain().vcpus().maximum() - 1),
            (threads, scheduling) -> new TuneEdit.ScheduleVcpus(form.id(), threads, scheduling)));
    form.shownWhile(
        () -> !form.domain().ioThreads().isEmpty(),
        () ->
            form.add(
                new ClassRows(
                    form,
                    "iothread",
                    "I/O threads",
                    () -> form.domain().cpuTune().ioThreadSchedulers(),
                    this::ioThreads,
                    (threads, scheduling) ->
                        new TuneEdit.ScheduleIoThreads(form.id(), threads, scheduling))));
    form.row(
        "Emulator",
        new ClassChoice(
            form,
            "emulator-class",
            "the emulator",
            () -> form.domain().cpuTune().emulatorScheduler(),
            scheduling -> form.apply(new TuneEdit.ScheduleEmulator(form.id(), scheduling))),
        "Needs libvirt 5.3. A real-time guest seldom wants it: its emulator has a CPU elsewhere.");
    form.problems("E-09", "E-11", "E-14", "E-15");
  }

  private CpuSet ioThreads() {
    return CpuSet.of(form.domain().ioThreads().stream().map(IoThread::id).toList());
  }

  private void shares() {
    form.section("Shares", "");
    form.row(
        "Weight",
        form.text(
            "shares",
            "The guest's weight against others; empty for the usual one",
            "as usual",
            () -> said(form.domain().cpuTune().shares()),
            typed ->
                form.apply(new TuneEdit.SetShares(form.id(), number(typed, 1, 262_144, "shares")))),
        "Counts only while CPUs are short: twice the weight, twice the time. Usual is 1,024 on"
            + " cgroup v1 (2 to 262,144) and 100 on v2 (1 to 10,000).");
  }

  private void bandwidths() {
    form.section(
        "Upper bounds",
        "Of each period, threads get the quota and then wait, even where the CPU is idle. Both in"
            + " µs; a quota of −1 is no bound.");
    bandwidth(Bandwidth.Scope.GLOBAL, "All threads", "What the whole guest may use.");
    bandwidth(Bandwidth.Scope.VCPU, "Each vCPU", "A quota as long as the period is a whole CPU.");
    bandwidth(Bandwidth.Scope.EMULATOR, "Emulator", "Its threads together.");
    bandwidth(Bandwidth.Scope.IO_THREAD, "Each I/O thread", "Each for itself.");
    form.problems("E-16");
  }

  private void bandwidth(Bandwidth.Scope scope, String label, String words) {
    form.row(label, new BandwidthFields(form, scope, label), words);
  }

  /// A number, or nothing where nothing is typed.
  static OptionalLong number(String typed, long least, long most, String what) {
    return typed.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Numbers.number(typed, least, most, what));
  }

  /// A number as it is typed.
  static String said(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  /// A class by its word and priority; empty leaves threads to the kernel.
  static Optional<Scheduling> scheduling(String word, OptionalInt priority) {
    return word.isEmpty() ? Optional.empty() : Optional.of(new Scheduling(word, priority));
  }
}
