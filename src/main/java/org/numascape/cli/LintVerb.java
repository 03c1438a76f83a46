package org.numascape.cli;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.numascape.format.FormatException;
import org.numascape.lint.Finding;
import org.numascape.lint.Lint;
import org.numascape.lint.LintReport;
import org.numascape.lint.TextKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// Says what is wrong with another program's text, and writes it corrected.
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for mistakes in what other programs read: a QEMU command line, libvirt",
      "domain XML, KubeVirt YAML, Nova flavor extra specs, a Proxmox configuration,",
      "Xen's xl.cfg, a kernel command line, shell commands. Fenced blocks of an",
      "article (```) are looked at one by one. Rules I-01 to I-20; no host needed."
    },
    footer = {
      "",
      "Exit status: 0 nothing at or above --fail-on, 1 something, 2 unreadable. With",
      "--fix it is about what is left."
    })
final class LintVerb implements Callable<Integer> {
  private final Console console;
  private final InputStream input;

  @Parameters(index = "0", paramLabel = "FILE", description = "The text; - for standard input.")
  private String file = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What the text is, where it is not recognised: ${COMPLETION-CANDIDATES}.",
      converter = Kind.class,
      completionCandidates = Kind.class)
  private @Nullable TextKind kind;

  @Option(
      names = "--fix",
      description = "Write the corrected text, and say on standard error what was corrected.")
  private boolean fix;

  @Option(names = "--json", description = "One JSON object a line, one line a finding.")
  private boolean json;

  @Mixin private FailOn failOn = new FailOn();

  LintVerb(Console console, InputStream input) {
    this.console = console;
    this.input = input;
  }

  @Override
  public Integer call() throws FormatException {
    var given = new TextInput(file, input);
    String text = given.text();
    var report =
        kind == null
            ? Lint.examine(given.source(), text)
            : Lint.examine(given.source(), text, kind);
    return fix ? fixed(report) : said(report);
  }

  private int said(LintReport report) {
    for (var finding : report.findings()) {
      console.say(
          json ? FindingText.json(report, finding).toString() : FindingText.lines(report, finding));
    }
    if (!json && report.findings().isEmpty()) {
      console.note(FindingText.kinds(report) + ": no mistakes found.");
    }
    return failOn.status(report.findings().stream().map(Finding::severity));
  }

  private int fixed(LintReport report) {
    var corrected = Lint.corrected(report);
    var after =
        new LintReport(report.source(), corrected.text(), report.passages(), corrected.left());
    if (json) {
      console.say(FindingText.json(report, corrected, after).toString());
    } else {
      console.out().print(corrected.text());
      corrected.done().forEach(done -> console.note("corrected: " + FindingText.line(done)));
      corrected.left().forEach(left -> console.note("left: " + FindingText.lines(after, left)));
    }
    return failOn.status(corrected.left().stream().map(Finding::severity));
  }

  /// Reads a kind's word, and lists all of them.
  static final class Kind implements ITypeConverter<TextKind>, Iterable<String> {
    @Override
    public TextKind convert(String word) {
      return Arrays.stream(TextKind.values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "\"" + word + "\" is no kind of text; it is one of " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
      return Stream.of(TextKind.values()).map(TextKind::word).iterator();
    }
  }
}
