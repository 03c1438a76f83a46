package org.numascape.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.numascape.apply.FileRestorePoints;
import org.numascape.apply.RestorePoints;
import org.numascape.document.Folders;
import org.numascape.document.HostOpener;
import org.numascape.libvirt.LibvirtHypervisor;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: reads the arguments, runs the verb, answers with the exit status.
///
/// Results go to standard output in UTF-8, everything else to standard error.
@Command(
    name = "numascape",
    mixinStandardHelpOptions = true,
    version = "Numascape " + Cli.VERSION,
    synopsisHeading = "Usage: numascape [HOST or DESIGN]%n   or: ",
    synopsisSubcommandLabel = "VERB",
    description =
        "Draws a NUMA host and places virtual machines on it. Without a verb, opens the window.",
    footer = {
      "",
      "HOST is a libvirt URI (qemu:///system), a file (hwloc XML, libvirt",
      "capabilities, what lscpu, numactl -H or virsh printed, an archive of",
      "hwloc-gather-topology or the folder it unpacks to), sample:NAME,",
      "synthetic:DESCRIPTION in hwloc's grammar, or this: the Linux machine you are",
      "on, without libvirt.",
      "",
      "Exit status: 0 done, 1 problems or differences found, 2 wrong usage or",
      "unreadable input, 3 the host could not be reached or refused."
    })
public final class Cli {

  /// The program's version.
  public static final String VERSION = "0.1.0";

  private static final String COMPLETION = "generate-completion";

  private static final Set<String> VERBS =
      Set.of(
          "samples",
          "show",
          "render",
          "place",
          "check",
          "readiness",
          "lint",
          "compare",
          "diff",
          "export",
          "apply",
          "verify",
          COMPLETION);

  private static final Pattern WORD = Pattern.compile("[A-Za-z-]+");

  private Cli() {}

  /// Whether the arguments are for the command line and not a host or design to open a window on: a
  /// verb, an option, or a bare word that is no file and so can only be a verb misspelt.
  public static boolean isVerb(String... arguments) {
    if (arguments.length == 0) {
      return false;
    }
    String first = arguments[0];
    boolean bare = WORD.matcher(first).matches() && !first.equals("this") && !isFile(first);
    return first.startsWith("-") || VERBS.contains(first) || bare;
  }

  private static boolean isFile(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /// Runs what the arguments say on the process's own streams and returns the exit status.
  public static int run(String... arguments) {
    var buffer = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    var out = new PrintStream(buffer, false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    return run(arguments, out, err);
  }

  /// Runs what the arguments say and returns the exit status.
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return run(arguments, Console.of(out, err), LibvirtHypervisor::open, restorePoints());
  }

  private static RestorePoints restorePoints() {
    return new FileRestorePoints(Folders.ofThisSystem().restorePoints(), InstantSource.system());
  }

  /// Runs what the arguments say on hosts that `connector` reaches.
  static int run(
      String[] arguments, Console console, Connector connector, RestorePoints restorePoints) {
    var opener = new HostOpener(uri -> connector.connect(uri, true));
    Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
    verbs.put("samples", () -> new SamplesVerb(console));
    verbs.put("show", () -> new ShowVerb(console, opener));
    verbs.put("render", () -> new RenderVerb(console, opener));
    verbs.put("place", () -> new PlaceVerb(console, opener));
    verbs.put("check", () -> new CheckVerb(console, opener));
    verbs.put("readiness", () -> new ReadinessVerb(console, opener, System.in));
    verbs.put("lint", () -> new LintVerb(console, System.in));
    verbs.put("compare", () -> new CompareVerb(console, opener));
    verbs.put("diff", () -> new DiffVerb(console, connector));
    verbs.put("export", () -> new ExportVerb(console, opener));
    verbs.put("apply", () -> new ApplyVerb(console, connector, restorePoints));
    verbs.put("verify", () -> new VerifyVerb(console, connector));
    verbs.put(COMPLETION, AutoComplete.GenerateCompletion::new);
    var line = line(arguments, verbs);
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setExecutionExceptionHandler((failure, verb, parsed) -> Failures.status(failure, console));
    for (var verb : line.getSubcommands().values()) {
      verb.getCommandSpec().version("Numascape " + VERSION);
    }
    try {
      return line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      console.err().println("numascape: the input is too large for this machine's memory.");
      return Failures.UNREADABLE;
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /// picocli looks into every class it is given, which takes time: a verb that is named is given
  /// alone.
  private static CommandLine line(String[] arguments, Map<String, Supplier<Object>> verbs) {
    var line = new CommandLine(new Cli());
    String first = arguments.length == 0 ? "" : arguments[0];
    if (VERBS.contains(first) && !first.equals(COMPLETION)) {
      verbs.keySet().retainAll(Set.of(first));
    }
    verbs.forEach((name, verb) -> line.addSubcommand(name, verb.get()));
    return line;
  }
}
