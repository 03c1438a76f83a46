package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.FormatException;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.IndexSet;
import org.numascape.topology.Machine;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// Places a guest as options say, by the same edits that a person makes in the window.
///
/// No host is asked: whether the CPUs and nodes exist is for `check` to say.
public final class Placement {

  private static final String ANY = "any";

  private final Domain domain;
  private final DomainId id;

  private Placement(Domain domain) {
    this.domain = domain;
    this.id = new DomainId(domain.uuid().orElse(domain.name()));
  }

  /// The guest with the options applied.
  ///
  /// @throws FormatException naming the option that makes no sense, or no sense for this guest
  public static Domain place(Domain domain, PlacementOptions options) throws FormatException {
    var edits = new Placement(domain).edits(options);
    var nowhere =
        new HostTopology(new Machine("", CpuSet.EMPTY, Contents.NONE), DistanceMatrix.UNKNOWN);
    var guest = Guest.read(domain, "", DomainState.FILE, 0);
    var design = Design.of("place", nowhere, new HostSource.File(""), List.of(guest));
    return new Edit.Together("Place " + domain.name(), edits)
        .applyTo(design)
        .guests()
        .getFirst()
        .wanted();
  }

  private List<Edit> edits(PlacementOptions options) throws FormatException {
    var edits = new ArrayList<Edit>();
    for (String text : options.vcpuPins()) {
      edits.add(vcpuPin(new Option("--vcpupin", text)));
    }
    if (options.emulatorPin().isPresent()) {
      var option = new Option("--emulatorpin", options.emulatorPin().get());
      edits.add(new Edit.PinEmulator(id, option.cpus(option.text())));
    }
    for (String text : options.ioThreadPins()) {
      edits.add(ioThreadPin(new Option("--iothreadpin", text)));
    }
    Optional<MemoryMode> mode = mode(options);
    for (String text : options.cells()) {
      edits.add(cell(new Option("--cell", text), mode));
    }
    if (mode.isPresent() && options.cells().isEmpty()) {
      edits.add(new Edit.SetMemoryMode(id, allBound(mode.get())));
    }
    if (options.pages().isPresent()) {
      edits.add(pages(new Option("--pages", options.pages().get())));
    }
    return edits;
  }

  private Edit vcpuPin(Option option) throws FormatException {
    var vcpus = option.list(option.key(), CpuSet::parse);
    int maximum = domain.vcpus().maximum();
    if (vcpus.last() >= maximum) {
      throw option.wrong(
          domain.name()
              + " has no vCPU "
              + vcpus.last()
              + "; its vCPUs are 0 to "
              + (maximum - 1)
              + ".");
    }
    var cpus = option.cpus(option.value());
    if (cpus.isEmpty()) {
      return new Edit.UnpinVcpus(id, vcpus);
    }
    var pins = new TreeMap<Integer, CpuSet>();
    vcpus.stream().forEach(vcpu -> pins.put(vcpu, cpus.get()));
    return new Edit.PinVcpus(id, pins);
  }

  private Edit ioThreadPin(Option option) throws FormatException {
    int thread = option.number(option.key());
    if (domain.ioThreads().stream().noneMatch(io -> io.id() == thread)) {
      throw option.wrong(
          domain.name() + " has no I/O thread " + thread + "; add it to the domain first.");
    }
    return new Edit.PinIoThread(id, thread, option.cpus(option.value()));
  }

  private Edit cell(Option option, Optional<MemoryMode> mode) throws FormatException {
    int cell = option.number(option.key());
    boolean there = domain.cells().isEmpty() ? cell == 0 : domain.cell(cell).isPresent();
    if (!there) {
      throw option.wrong(domain.name() + " has no guest cell " + cell + ".");
    }
    if (option.value().equals(ANY)) {
      return new Edit.UnbindCell(id, cell);
    }
    if (!option.value().startsWith("node:")) {
      throw option.wrong("write the host nodes as node:1, or any to unbind the cell.");
    }
    var nodes = option.list(option.value().substring("node:".length()), NodeSet::parse);
    var old = domain.numaTune().bindingOf(cell).map(MemoryBinding::mode);
    return new Edit.BindCell(
        id, cell, new MemoryBinding(mode.or(() -> old).orElse(MemoryMode.STRICT), nodes));
  }

  private static Optional<MemoryMode> mode(PlacementOptions options) throws FormatException {
    if (options.memoryMode().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MemoryMode.of(options.memoryMode().get()));
    } catch (IllegalArgumentException _) {
      throw new Option("--memory-mode", options.memoryMode().get())
          .wrong("the modes are strict, preferred, interleave and restrictive.");
    }
  }

  private MemoryMode allBound(MemoryMode mode) throws FormatException {
    NumaTune tune = domain.numaTune();
    if (tune.memory().isEmpty() && tune.cells().isEmpty()) {
      throw new Option("--memory-mode", mode.word())
          .wrong(
              "the memory of "
                  + domain.name()
                  + " is bound to no node; bind it too, with --cell 0=node:1.");
    }
    return mode;
  }

  private Edit pages(Option option) throws FormatException {
    if (option.text().equals("normal")) {
      return new Edit.SetPages(id, Optional.empty());
    }
    int letters = option.text().length();
    while (letters > 0 && !Character.isDigit(option.text().charAt(letters - 1))) {
      letters--;
    }
    String unit = option.text().substring(letters).strip();
    try {
      if (unit.isEmpty()) {
        throw new IllegalArgumentException("a page size needs a unit");
      }
      long kib = MemoryUnit.kib(option.text().substring(0, letters), unit);
      return new Edit.SetPages(id, Optional.of(new PageSize(kib)));
    } catch (IllegalArgumentException wrong) {
      throw option.wrong(wrong.getMessage() + "; write 2M, 1G or normal.");
    }
  }

  /// An option and its text, to be blamed together.
  private record Option(String name, String text) {

    FormatException wrong(String what) {
      return new FormatException(name + " " + text, 0, what);
    }

    String key() throws FormatException {
      return text.substring(0, equals());
    }

    String value() throws FormatException {
      return text.substring(equals() + 1).strip();
    }

    private int equals() throws FormatException {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw wrong("it has to be a number, \"=\", and where that goes, such as 0=2,34.");
      }
      return equals;
    }

    int number(String digits) throws FormatException {
      var one = list(digits, CpuSet::parse);
      if (one.size() != 1) {
        throw wrong("\"" + digits + "\" is not one number.");
      }
      return one.last();
    }

    Optional<CpuSet> cpus(String list) throws FormatException {
      return list.equals(ANY) ? Optional.empty() : Optional.of(list(list, CpuSet::parse));
    }

    <S extends IndexSet<S>> S list(String list, Function<String, S> parser) throws FormatException {
      try {
        S set = parser.apply(list);
        if (!set.isEmpty()) {
          return set;
        }
      } catch (IllegalArgumentException bad) {
        throw wrong(bad.getMessage() + ".");
      }
      throw wrong("\"" + list + "\" names nothing.");
    }
  }
}
