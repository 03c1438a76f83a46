package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.numascape.topology.CpuSet;

/// A QEMU command line, read.
///
/// @param text that its spans are places of
/// @param before words in front of the program: environment, `sudo`, `taskset`
/// @param program where the program's name stands; the first option where there is none
record QemuLine(String text, List<String> before, Span program, List<QemuOption> options) {

  /// Options that take no argument. Source: QEMU `qemu-options.hx`.
  private static final Set<String> BARE =
      Set.of(
          "enable-kvm",
          "mem-prealloc",
          "nographic",
          "snapshot",
          "daemonize",
          "no-reboot",
          "no-shutdown",
          "no-hpet",
          "no-acpi",
          "no-fd-bootchk",
          "nodefaults",
          "no-user-config",
          "only-migratable",
          "S",
          "s",
          "usb",
          "full-screen",
          "no-quit",
          "preconfig",
          "singlestep",
          "win2k-hack",
          "version",
          "h",
          "help",
          "no-kvm");

  private static final Set<String> STARTS =
      Set.of("-machine", "-M", "-m", "-smp", "-numa", "-object", "-cpu", "-device", "-enable-kvm");

  QemuLine {
    before = List.copyOf(before);
    options = List.copyOf(options);
  }

  /// The QEMU command line that a command is, if it is one: it names QEMU, or begins with one of
  /// its options.
  static Optional<QemuLine> of(String text, Command command) {
    var words = command.words();
    for (int i = 0; i < words.size(); i++) {
      String name = Command.name(words.get(i));
      boolean emulator =
          name.startsWith("qemu-system-") || name.equals("qemu-kvm") || name.equals("kvm");
      boolean options = i + 1 < words.size() && words.get(i + 1).value().startsWith("-");
      if (emulator && options && !isArgument(words, i)) {
        return Optional.of(read(text, words, i, i + 1));
      }
    }
    boolean bare = words.size() > 1 && STARTS.contains(words.getFirst().value());
    return bare ? Optional.of(read(text, words, 0, 0)) : Optional.empty();
  }

  /// Whether a name of QEMU is what another program is asked about: `pgrep qemu-system-x86_64 -a`.
  private static boolean isArgument(List<Word> words, int at) {
    return IntStream.range(0, at)
        .mapToObj(i -> Command.name(words.get(i)))
        .anyMatch(
            Set.of("numastat", "pgrep", "pidof", "pkill", "ps", "perf", "man", "apt")::contains);
  }

  private static QemuLine read(String text, List<Word> words, int program, int first) {
    var options = new ArrayList<QemuOption>();
    for (int i = first; i < words.size(); i++) {
      var word = words.get(i);
      if (word.value().length() < 2 || !word.value().startsWith("-")) {
        continue; // the disk image that may stand alone
      }
      String name = word.value().substring(word.value().startsWith("--") ? 2 : 1);
      boolean argued =
          !BARE.contains(name)
              && i + 1 < words.size()
              && !words.get(i + 1).value().matches("-[A-Za-z].*");
      var argument = words.get(argued ? i + 1 : i);
      var span = new Span(word.span().start(), argument.span().end());
      options.add(new QemuOption(name, argued ? PropertyList.of(argument) : List.of(), span));
      i += argued ? 1 : 0;
    }
    var before = words.subList(0, program).stream().map(Word::value).toList();
    return new QemuLine(text, before, words.get(program).span(), options);
  }

  Stream<QemuOption> all(String... names) {
    return options.stream().filter(option -> List.of(names).contains(option.name()));
  }

  /// The last of the options of these names, which is the one that counts.
  Optional<QemuOption> option(String... names) {
    return all(names).reduce((first, last) -> last);
  }

  List<QemuBackend> backends() {
    return all("object")
        .filter(object -> object.leadOr("qom-type").orElse("").startsWith("memory-backend-"))
        .map(QemuBackend::new)
        .toList();
  }

  Optional<QemuBackend> backend(String id) {
    return backends().stream().filter(backend -> backend.id().equals(id)).findFirst();
  }

  List<QemuNode> nodes() {
    var nodes = new ArrayList<QemuNode>();
    for (var option : all("numa").filter(numa -> numa.lead().equals("node")).toList()) {
      int number =
          option
              .value("nodeid")
              .map(QemuLine::count)
              .orElse(OptionalInt.empty())
              .orElse(nodes.size());
      nodes.add(new QemuNode(option, number, cpus(option)));
    }
    return nodes;
  }

  private static CpuSet cpus(QemuOption node) {
    var lists = node.all("cpus").map(Property::value).toList();
    try {
      return CpuSet.parse(String.join(",", lists));
    } catch (IllegalArgumentException noList) {
      return CpuSet.EMPTY;
    }
  }

  /// How many vCPUs there can be, hot-plugged ones included; 1 where no `-smp` says more, empty
  /// where it cannot be read.
  OptionalInt vcpus() {
    var smp = option("smp");
    if (smp.isEmpty()) {
      return OptionalInt.of(1);
    }
    var named = smp.get().value("maxcpus").or(() -> smp.get().leadOr("cpus"));
    if (named.isPresent()) {
      return count(named.get());
    }
    long product = 1;
    for (String level : List.of("sockets", "dies", "clusters", "cores", "threads")) {
      product *= level(level).orElse(1);
    }
    return product > 0 && product < 16_384 ? OptionalInt.of((int) product) : OptionalInt.empty();
  }

  /// How many of a level `-smp` says; empty where it says nothing.
  OptionalInt level(String name) {
    return option("smp")
        .flatMap(smp -> smp.value(name))
        .map(QemuLine::count)
        .orElse(OptionalInt.empty());
  }

  /// A number from 0 to the highest id libvirt takes.
  static OptionalInt count(String digits) {
    boolean plain = digits.matches("[0-9]{1,5}");
    return plain ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }

  /// What `-m` says, in bytes; a number without suffix is MiB. QEMU's 128 MiB where it is not
  /// there.
  OptionalLong memory() {
    var option = option("m");
    if (option.isEmpty()) {
      return OptionalLong.of(128 * QemuSize.MIB);
    }
    return option
        .get()
        .leadOr("size")
        .map(size -> QemuSize.bytes(size, QemuSize.MIB))
        .orElse(OptionalLong.empty());
  }

  /// The machine's type; empty where it is QEMU's default.
  String machine() {
    return option("machine", "M").flatMap(machine -> machine.leadOr("type")).orElse("");
  }

  /// An id no option has yet: `mem0`, `mem1`.
  ///
  /// @param before how many other ids of that prefix are added to the same line
  String freeId(String prefix, int before) {
    var taken =
        options.stream().flatMap(option -> option.value("id").stream()).collect(Collectors.toSet());
    return IntStream.iterate(0, number -> number + 1)
        .mapToObj(number -> prefix + number)
        .filter(id -> !taken.contains(id))
        .skip(before)
        .findFirst()
        .orElseThrow();
  }
}
