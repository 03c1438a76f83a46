package org.numascape.app.settings;

import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.DesignStore;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.IoThreadEdit;

/// Where the guest's threads run, and which of them serve its disks.
public final class ThreadsPage implements SettingsPage {

  private final GuestForm form;

  /// The page of a guest.
  public ThreadsPage(DesignStore store, DomainId guest) {
    form = new GuestForm(store, guest);
  }

  @Override
  public String name() {
    return "Threads";
  }

  @Override
  public Ikon icon() {
    return Material2AL.LINEAR_SCALE;
  }

  @Override
  public Node view() {
    form.section(
        "vCPUs",
        "A pin names the host CPUs a vCPU may run on; without one it runs where the guest's set"
            + " lets it, beside whatever else is there.");
    form.add(new PinEditor(form));
    form.problems("P-01", "P-02", "P-03", "P-04", "P-09", "P-10", "P-11", "P-12", "P-13", "P-14");
    emulator();
    ioThreads();
    return form.scrolled();
  }

  private void emulator() {
    form.section(
        "Emulator", "QEMU's own work: timers, the monitor, and disks without an I/O thread.");
    form.row(
        "Host CPUs",
        form.cpus(
            "emulator-cpuset",
            "Host CPUs of the emulator threads, such as 0-1,32-33; empty for the guest's set",
            "as threads without a pin",
            () -> form.domain().emulatorPin(),
            cpus -> form.apply(new Edit.PinEmulator(form.id(), cpus))),
        "Best on CPUs beside the guest's that no vCPU needs. Memory is allocated from there before"
            + " the guest starts.");
    form.row(
        "Workers",
        new PoolFields(
            form,
            "main-loop",
            "the main loop",
            () -> Optional.of(form.domain().mainLoop()),
            pool -> form.apply(new IoThreadEdit.SetMainLoop(form.id(), pool))),
        "How many threads wait for disks beside the main loop; QEMU has 0 to 64 (libvirt 8.5).");
    form.problems("E-01", "E-02", "E-03", "E-04", "H-19");
  }

  private void ioThreads() {
    form.section(
        "I/O threads",
        "Each is an event loop of its own that serves virtio disks beside the vCPUs.");
    form.add(new IoThreadRows(form));
    form.problems("E-05", "E-06", "E-07", "E-12");
    form.section("Who serves what", "");
    form.add(new ServedRows(form));
  }
}
