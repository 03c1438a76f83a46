package org.numascape.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// Turns the words of `place` into edits of one guest, the same edits the window makes.
///
/// The host is not known, so neither CPUs nor nodes are checked against it; vCPUs, I/O threads and
/// cells are checked against the guest.
final class Placing {
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,9})([KMG])(?:i?B)?", Pattern.CASE_INSENSITIVE);

  private Design design;
  private final Guest guest;
  private Optional<MemoryMode> mode = Optional.empty();

  Placing(Domain domain) {
    this.guest = Guest.read(domain, "", DomainState.FILE, 0);
    var nowhere =
        new HostTopology(new Machine("", CpuSet.EMPTY, Contents.NONE), DistanceMatrix.UNKNOWN);
    this.design = Design.of("", nowhere, new HostSource.File(""), List.of(guest));
  }

  /// The guest as placed.
  Domain domain() {
    return design.guests().getFirst().wanted();
  }

  /// Sets how memory is bound, for the rules there are and those to come.
  Placing memoryMode(Optional<String> word) throws FormatException {
    if (word.isPresent()) {
      mode = Optional.of(parsed("--memory-mode", word.get(), word.get(), MemoryMode::of));
      edit(new Edit.SetMemoryMode(guest.id(), mode.get()));
    }
    return this;
  }

  /// Pins vCPUs, each by `VCPUS=CPUS`.
  Placing vcpus(List<String> pins) throws FormatException {
    for (String pin : pins) {
      String[] sides = sides("--vcpupin", pin, "0=2,34");
      var vcpus = parsed("--vcpupin", pin, sides[0], CpuSet::parse);
      int most = domain().vcpus().maximum();
      if (vcpus.isEmpty() || vcpus.last() >= most) {
        throw wrong("--vcpupin", pin, "the domain has vCPUs 0 to " + (most - 1));
      }
      var cpus = cpus("--vcpupin", pin, sides[1]);
      edit(
          new Edit.PinVcpus(
              guest.id(), vcpus.stream().boxed().collect(Collectors.toMap(id -> id, id -> cpus))));
    }
    return this;
  }

  /// Pins the emulator threads.
  Placing emulator(Optional<String> pin) throws FormatException {
    if (pin.isPresent()) {
      edit(
          new Edit.PinEmulator(
              guest.id(), Optional.of(cpus("--emulatorpin", pin.get(), pin.get()))));
    }
    return this;
  }

  /// Pins I/O threads, each by `THREAD=CPUS`.
  Placing ioThreads(List<String> pins) throws FormatException {
    for (String pin : pins) {
      String[] sides = sides("--iothreadpin", pin, "1=3");
      int thread = parsed("--iothreadpin", pin, sides[0], Integer::parseInt);
      var ids = domain().ioThreads().stream().map(io -> io.id()).toList();
      if (!ids.contains(thread)) {
        String there =
            ids.isEmpty()
                ? "the domain has no I/O threads"
                : "the domain has I/O threads " + CpuSet.of(ids);
        throw wrong("--iothreadpin", pin, there);
      }
      edit(
          new Edit.PinIoThread(
              guest.id(), thread, Optional.of(cpus("--iothreadpin", pin, sides[1]))));
    }
    return this;
  }

  /// Binds cells, each by `CELL=node:NODES`. Without a mode of its own a cell keeps the one it has,
  /// else is strict.
  Placing cells(List<String> bindings) throws FormatException {
    for (String text : bindings) {
      String[] sides = sides("--cell", text, "0=node:1");
      int cell = parsed("--cell", text, sides[0], Integer::parseInt);
      if (!sides[1].startsWith("node:")) {
        throw wrong("--cell", text, "write it as 0=node:1");
      }
      var known = domain().cells();
      if (known.isEmpty() ? cell != 0 : domain().cell(cell).isEmpty()) {
        throw wrong("--cell", text, "the domain has cells 0 to " + Math.max(0, known.size() - 1));
      }
      var nodes = parsed("--cell", text, sides[1].substring("node:".length()), NodeSet::parse);
      if (nodes.isEmpty()) {
        throw wrong("--cell", text, "name at least one node");
      }
      var bound = domain().numaTune().bindingOf(cell).map(MemoryBinding::mode);
      edit(
          new Edit.BindCell(
              guest.id(),
              cell,
              new MemoryBinding(mode.or(() -> bound).orElse(MemoryMode.STRICT), nodes)));
    }
    var tune = domain().numaTune();
    if (mode.isPresent() && tune.memory().isEmpty() && tune.cells().isEmpty()) {
      throw wrong(
          "--memory-mode",
          mode.get().word(),
          "the domain's memory is not bound to any node; bind it with --cell");
    }
    return this;
  }

  /// Puts memory on pages of a size.
  Placing pages(Optional<String> text) throws FormatException {
    if (text.isPresent()) {
      var size = pageSize(text.get());
      boolean normal = size.equals(PageSize.SMALL);
      edit(new Edit.SetPages(guest.id(), normal ? Optional.empty() : Optional.of(size)));
    }
    return this;
  }

  private static PageSize pageSize(String text) throws FormatException {
    var found = SIZE.matcher(text.strip());
    if (!found.matches()) {
      throw wrong("--pages", text, "write it as 2M or 1G");
    }
    long kib =
        switch (found.group(2).toUpperCase(Locale.ROOT)) {
          case "G" -> Long.parseLong(found.group(1)) << 20;
          case "M" -> Long.parseLong(found.group(1)) << 10;
          default -> Long.parseLong(found.group(1));
        };
    return parsed("--pages", text, text, ignored -> new PageSize(kib));
  }

  private void edit(Edit edit) {
    design = edit.applyTo(design);
  }

  private static CpuSet cpus(String option, String whole, String text) throws FormatException {
    var cpus = parsed(option, whole, text, CpuSet::parse);
    if (cpus.isEmpty()) {
      throw wrong(option, whole, "name at least one CPU");
    }
    return cpus;
  }

  private static String[] sides(String option, String text, String example) throws FormatException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw wrong(option, text, "write it as " + example);
    }
    return new String[] {text.substring(0, equals).strip(), text.substring(equals + 1).strip()};
  }

  private static <T> T parsed(
      String option, String whole, String text, java.util.function.Function<String, T> parse)
      throws FormatException {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw wrong(option, whole, "a number belongs here");
    } catch (IllegalArgumentException e) {
      throw wrong(option, whole, String.valueOf(e.getMessage()));
    }
  }

  private static FormatException wrong(String option, String text, String why) {
    return new FormatException(option + " " + text, 0, why + ".");
  }
}
