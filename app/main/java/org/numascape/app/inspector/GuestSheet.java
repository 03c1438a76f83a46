package org.numascape.app.inspector;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.GuestColours;
import org.numascape.app.widget.CpuSetField;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.GuestWords;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.topology.CpuSet;

/// A guest: what it is, where its memory and threads are, where its accesses go, its pins, its
/// problems.
interface GuestSheet {

  /// The sheet of a guest that is in the design.
  static Sheet of(DesignStore store, ViewState view, Consumer<DomainId> settings, DomainId id) {
    var sheet = new Sheet(store);
    var first = store.shown().get().design().guest(id).orElseThrow();
    Supplier<Guest> guest = () -> sheet.facts().design().guest(id).orElse(first);
    Supplier<Domain> domain = () -> guest.get().wanted();
    sheet.follow(() -> sheet.setStyle(GuestColours.style(guest.get().colour(), view.dark().get())));
    sheet.title(
        () -> guest.get().name(),
        () -> GuestWords.state(guest.get().state()) + (guest.get().changed() ? " · edited" : ""));
    sheet.add(settings(settings, id));
    sheet.row("vCPUs", () -> vcpus(domain.get()));
    MemoryLines.addTo(sheet, id, domain);
    sheet.row("Emulator threads", emulator(sheet, id, domain));
    first
        .wanted()
        .ioThreads()
        .forEach(io -> sheet.row("I/O thread " + io.id(), ioThread(sheet, id, io.id(), domain)));
    sheet.row("CPU placement", () -> placement(domain.get()));
    AccessLines.addTo(sheet, view, id);
    PinningLines.addTo(sheet, id, guest);
    ProblemBoxes.addTo(sheet, view, id);
    return sheet;
  }

  private static Hyperlink settings(Consumer<DomainId> open, DomainId id) {
    var link = new Hyperlink("Settings…", new FontIcon(Material2MZ.TUNE));
    link.setId("guest-settings");
    link.setTooltip(new Tooltip("Everything about this guest's CPUs, threads and memory (Ctrl+E)"));
    link.setOnAction(event -> {
      link.setVisited(false);
      open.accept(id);
    });
    return link;
  }

  private static String vcpus(Domain domain) {
    return GuestWords.vcpuCount(domain)
        + domain.topology().map(cpus -> " (" + GuestWords.topology(cpus) + ")").orElse("");
  }

  private static String placement(Domain domain) {
    String kind = domain.placedByNumad() ? "auto, numad decides" : "static";
    return kind + domain.vcpus().cpuset().map(cpus -> " · " + HostWords.cpus(cpus)).orElse("");
  }

  private static CpuSetField emulator(Sheet sheet, DomainId id, Supplier<Domain> domain) {
    return CpuSetField.cpus(
        "emulator-cpus",
        "any CPU",
        "Host CPUs the emulator threads may use, such as 0-1,32-33; empty for any",
        sheet::facts,
        () -> domain.get().emulatorPin().orElse(CpuSet.EMPTY),
        cpus -> sheet.store().apply(new Edit.PinEmulator(id, some(cpus))));
  }

  private static CpuSetField ioThread(
      Sheet sheet, DomainId id, int thread, Supplier<Domain> domain) {
    return CpuSetField.cpus(
        "iothread-cpus-" + thread,
        "any CPU",
        "Host CPUs I/O thread " + thread + " may use, such as 0-1,32-33; empty for any",
        sheet::facts,
        () ->
            domain.get().ioThreads().stream()
                .filter(io -> io.id() == thread)
                .findFirst()
                .flatMap(IoThread::pin)
                .orElse(CpuSet.EMPTY),
        cpus -> sheet.store().apply(new Edit.PinIoThread(id, thread, some(cpus))));
  }

  private static Optional<CpuSet> some(CpuSet cpus) {
    return cpus.isEmpty() ? Optional.empty() : Optional.of(cpus);
  }
}
