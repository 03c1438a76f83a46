package org.numascape.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.format.FormatException;

/// Looks for mistakes in texts of other programs (rules I-01 to I-20 of the catalogue, and of D and
/// N what such a text alone can tell).
public final class Lint {

  /// The longest text that is looked at: 1 Mi characters. A domain XML has some thousand.
  public static final int MAX_LENGTH = 1 << 20;

  private Lint() {}

  /// What is wrong with a text whose kind is to be recognised. In a text with fenced blocks
  /// (`"```"`) each block is looked at alone, and the prose between them not at all; elsewhere
  /// domain XML is found between commands and prose.
  ///
  /// @param source the name a person knows the text by
  /// @throws FormatException when nothing in it is recognised, or it is broken
  public static LintReport examine(String source, String text) throws FormatException {
    limit(source, text);
    var passages = Fences.in(text).stream().flatMap(block -> passages(text, block)).toList();
    if (passages.isEmpty()) {
      String kinds =
          Stream.of(TextKind.values()).map(TextKind::title).collect(Collectors.joining(", "));
      throw new FormatException(
          source, 0, "this is none of " + kinds + "; if it is one, say which with --kind.");
    }
    return examine(source, text, passages);
  }

  /// What is wrong with a text of a known kind.
  ///
  /// @throws FormatException when it is not of that kind, or broken
  public static LintReport examine(String source, String text, TextKind kind)
      throws FormatException {
    limit(source, text);
    return examine(source, text, List.of(new Passage(kind, new Span(0, text.length()))));
  }

  /// The text of a report with everything corrected that a program can correct.
  public static Corrected corrected(LintReport report) {
    return Correction.of(report);
  }

  /// The same passages in the text that splices made of theirs.
  static LintReport again(LintReport before, String text, List<Splice> splices)
      throws FormatException {
    var passages = new ArrayList<Passage>();
    for (var passage : before.passages()) {
      int start = passage.span().start() + growth(splices, passage.span().start());
      int end = passage.span().end() + growth(splices, passage.span().end() + 1);
      passages.add(new Passage(passage.kind(), new Span(start, end)));
    }
    limit(before.source(), text);
    return examine(before.source(), text, passages);
  }

  private static int growth(List<Splice> splices, int before) {
    return splices.stream()
        .distinct()
        .filter(splice -> splice.start() < before)
        .mapToInt(splice -> splice.replacement().length() - (splice.end() - splice.start()))
        .sum();
  }

  private static void limit(String source, String text) throws FormatException {
    if (text.length() > MAX_LENGTH) {
      throw new FormatException(
          source, 0, "the text is longer than 1 MiB; give the part that describes one guest.");
    }
  }

  private static Stream<Passage> passages(String text, Span block) {
    var kind = Recognition.of(text.substring(block.start(), block.end()));
    return switch (kind.orElse(TextKind.SHELL)) {
      case SHELL, QEMU, KERNEL -> {
        var pieces = XmlInProse.passages(text, block, kind.orElse(TextKind.SHELL));
        boolean understood = kind.isPresent() || pieces.size() > 1;
        yield understood ? pieces.stream() : Stream.of();
      }
      default -> kind.map(known -> new Passage(known, block)).stream();
    };
  }

  private static LintReport examine(String source, String text, List<Passage> passages)
      throws FormatException {
    var found = new ArrayList<Finding>();
    for (var passage : passages) {
      var span = passage.span();
      String part = text.substring(span.start(), span.end());
      try {
        lint(passage.kind()).examine(source, part).stream()
            .map(finding -> finding.moved(span.start()))
            .forEach(found::add);
      } catch (FormatException broken) {
        throw inTheWhole(source, text, span, broken);
      }
    }
    found.sort(
        Comparator.comparingInt((Finding finding) -> finding.span().start())
            .thenComparing(Finding::code));
    return new LintReport(source, text, passages, found);
  }

  /// A passage's failure with the line counted in the whole text.
  private static FormatException inTheWhole(
      String source, String text, Span span, FormatException broken) {
    int line = broken.line();
    if (line == 0) {
      return broken;
    }
    int before = Place.of(text, new Span(span.start(), span.start())).line() - 1;
    String prefix = source + ", line " + line + ": ";
    String message = String.valueOf(broken.getMessage());
    String what = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    return new FormatException(source, line + before, what);
  }

  private static KindLint lint(TextKind kind) {
    return switch (kind) {
      case QEMU -> QemuLint.ALONE;
      case KERNEL, SHELL -> new CommandLint();
      case LIBVIRT -> new LibvirtLint();
      case KUBEVIRT -> new KubevirtLint();
      case NOVA -> new NovaLint();
      case PROXMOX -> new ProxmoxLint();
      case XEN -> new XenLint();
    };
  }
}
