package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// I-20: commands that do not exist, or do not show what they are used for.
final class MisleadingCommands {

  private static final Set<String> RUNNERS =
      Set.of("sudo", "doas", "time", "nohup", "watch", "env");

  private static final List<String> COUNTERS =
      List.of(
          "numa_miss", "numa_foreign", "numa_hit", "interleave_hit", "other_node", "local_node");

  private MisleadingCommands() {}

  static Stream<Finding> of(String text, List<Command> commands) {
    var found = new ArrayList<Finding>();
    Optional<Command> previous = Optional.empty();
    for (var whole : commands) {
      var command = real(whole);
      switch (command.program()) {
        case "virsh" -> virsh(command).ifPresent(found::add);
        case "perf" -> perf(text, command).ifPresent(found::add);
        case "taskset" -> taskset(command).ifPresent(found::add);
        case "grep", "egrep", "fgrep" ->
            previous
                .filter(before -> before.pipeline() == command.pipeline())
                .flatMap(before -> counters(text, before, command))
                .ifPresent(found::add);
        default -> {
          // every other command is what it says
        }
      }
      previous = Optional.of(command);
    }
    return found.stream();
  }

  /// The command that `sudo` or `watch -n 1` runs.
  private static Command real(Command command) {
    int at = 0;
    while (at + 1 < command.words().size()
        && RUNNERS.contains(Command.name(command.words().get(at)))) {
      at++;
      while (at + 1 < command.words().size() && runnerOption(command.words(), at)) {
        at++;
      }
    }
    return command.from(at);
  }

  private static boolean runnerOption(List<Word> words, int at) {
    String word = words.get(at).value();
    return word.startsWith("-") || word.contains("=") || word.matches("[0-9.]+");
  }

  private static Optional<Finding> virsh(Command command) {
    var words = command.words();
    int at = 1;
    while (at < words.size() && words.get(at).value().startsWith("-")) {
      at += Set.of("-c", "--connect").contains(words.get(at).value()) ? 2 : 1;
    }
    if (at >= words.size() || !words.get(at).value().equals("numastat")) {
      return Optional.empty();
    }
    boolean named = at + 1 < words.size();
    String guest = named ? words.get(at + 1).value() : "GUEST";
    String instead = "numastat -p \"$(cat /run/libvirt/qemu/" + guest + ".pid)\"";
    var span = new Span(command.span().start(), words.get(named ? at + 1 : at).span().end());
    String message =
        "virsh has no command numastat. The guest's memory by host node is in %s."
            .formatted(instead);
    return Optional.of(
        Finding.info(
            "I-20", span, message, named ? List.of(Splice.replace(span, instead)) : List.of()));
  }

  private static Optional<Finding> perf(String text, Command command) {
    var words = command.words();
    boolean stat = words.size() > 1 && Set.of("stat", "record").contains(words.get(1).value());
    boolean process =
        words.stream().anyMatch(word -> word.value().matches("-p\\d*|-t\\d*|--pid.*|--tid.*"));
    var everywhere =
        words.stream()
            .filter(word -> word.value().equals("-a") || word.value().equals("--all-cpus"))
            .findFirst();
    if (!stat || !process || everywhere.isEmpty()) {
      return Optional.empty();
    }
    var span = everywhere.get().span();
    String message =
        "perf %s is asked for one process and by %s for all CPUs; the process wins and %s is ignored. Leave %s out, or the process."
            .formatted(words.get(1), everywhere.get(), everywhere.get(), everywhere.get());
    return Optional.of(Finding.info("I-20", span, message, new LineEdit(text).remove(span)));
  }

  /// `taskset -p` of a QEMU process shows and moves its first thread alone.
  private static Optional<Finding> taskset(Command command) {
    var words = command.words();
    var flags = words.stream().skip(1).filter(word -> word.value().startsWith("-")).toList();
    boolean asks = flags.stream().anyMatch(word -> word.value().matches("-[a-z]*p[a-z]*|--pid"));
    boolean all =
        flags.stream().anyMatch(word -> word.value().matches("-[a-z]*a[a-z]*|--all-tasks"));
    String target = words.isEmpty() ? "" : words.getLast().value().toLowerCase(Locale.ROOT);
    boolean process = target.contains("qemu") || target.contains("kvm");
    boolean thread = target.contains("tid") || target.contains("task") || target.contains("thread");
    if (!asks || all || !process || thread) {
      return Optional.empty();
    }
    var flag =
        flags.stream()
            .filter(word -> word.value().matches("-[a-z]*p[a-z]*|--pid"))
            .findFirst()
            .orElseThrow();
    String more =
        flag.value().equals("--pid") ? "--all-tasks --pid" : "-a" + flag.value().substring(1);
    String message =
        "taskset %s of a process is about its first thread, in QEMU the emulator; vCPUs and I/O threads are others. Write %s for all of them."
            .formatted(flag, more);
    return Optional.of(
        Finding.info("I-20", command.span(), message, List.of(Splice.replace(flag.span(), more))));
  }

  /// Counters of the system, looked for in what `numastat` says of processes.
  private static Optional<Finding> counters(String text, Command numastat, Command grep) {
    var counter =
        grep.words().stream()
            .skip(1)
            .filter(word -> COUNTERS.stream().anyMatch(word.value()::contains))
            .findFirst();
    boolean perProcess =
        numastat.program().equals("numastat")
            && numastat.words().stream()
                .skip(1)
                .anyMatch(word -> !word.value().startsWith("-") || word.value().startsWith("-p"));
    if (counter.isEmpty() || !perProcess) {
      return Optional.empty();
    }
    var words = numastat.words();
    var arguments = new Span(words.get(1).span().start(), words.getLast().span().end());
    String message =
        "%s prints megabytes by node of processes and has no row %s. numastat alone has it, of the whole system; it counts pages allocated elsewhere than wanted, not accesses. For a guest's memory by node read numastat -p PID."
            .formatted(
                text.substring(numastat.span().start(), numastat.span().end()), counter.get());
    return Optional.of(
        Finding.info(
            "I-20",
            new Span(numastat.span().start(), grep.span().end()),
            message,
            new LineEdit(text).remove(arguments)));
  }
}
