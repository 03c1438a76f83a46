package org.numascape.app.inspector;

import java.util.Optional;
import java.util.function.Supplier;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.GuestColours;
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
  static Sheet of(DesignStore store, ViewState view, DomainId id) {
    var sheet = new Sheet(store);
    var first = store.shown().get().design().guest(id).orElseThrow();
    Supplier<Guest> guest = () -> sheet.facts().design().guest(id).orElse(first);
    Supplier<Domain> domain = () -> guest.get().wanted();
    sheet.follow(() -> sheet.setStyle(GuestColours.style(guest.get().colour(), view.dark().get())));
    sheet.title(
        () -> guest.get().name(),
        () -> GuestWords.state(guest.get().state()) + (guest.get().changed() ? " · edited" : ""));
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

  private static String vcpus(Domain domain) {
    return GuestWords.vcpuCount(domain)
        + domain.topology().map(cpus -> " (" + GuestWords.topology(cpus) + ")").orElse("");
  }

  private static String placement(Domain domain) {
    String kind = domain.placedByNumad() ? "auto, numad decides" : "static";
    return kind + domain.vcpus().cpuset().map(cpus -> " · " + HostWords.cpus(cpus)).orElse("");
  }

  private static EditField emulator(Sheet sheet, DomainId id, Supplier<Domain> domain) {
    return new EditField(
        "emulator-cpus",
        "any CPU",
        "Host CPUs the emulator threads may use, such as 0-1,32-33; empty for any",
        () -> domain.get().emulatorPin().map(CpuSet::toString).orElse(""),
        typed -> {
          var cpus = HostLists.cpus(sheet.facts().host(), typed);
          sheet.store().apply(new Edit.PinEmulator(id, some(cpus)));
          return Optional.empty();
        });
  }

  private static EditField ioThread(Sheet sheet, DomainId id, int thread, Supplier<Domain> domain) {
    return new EditField(
        "iothread-cpus-" + thread,
        "any CPU",
        "Host CPUs I/O thread " + thread + " may use, such as 0-1,32-33; empty for any",
        () ->
            domain.get().ioThreads().stream()
                .filter(io -> io.id() == thread)
                .findFirst()
                .flatMap(IoThread::pin)
                .map(CpuSet::toString)
                .orElse(""),
        typed -> {
          var cpus = HostLists.cpus(sheet.facts().host(), typed);
          sheet.store().apply(new Edit.PinIoThread(id, thread, some(cpus)));
          return Optional.empty();
        });
  }

  private static Optional<CpuSet> some(CpuSet cpus) {
    return cpus.isEmpty() ? Optional.empty() : Optional.of(cpus);
  }
}
