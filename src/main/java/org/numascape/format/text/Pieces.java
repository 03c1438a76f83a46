package org.numascape.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// Finds what tools printed in a text that may hold several outputs and other things between them:
/// prompts, prose, fences of Markdown, comment signs, colours.
public final class Pieces {

  /// Lines longer than this are of no tool; a list of 16,384 CPUs takes a tenth of it.
  private static final int LONGEST_LINE = 1 << 20;

  /// So many outputs make no host.
  private static final int MOST = 4_096;

  private static final Pattern COLOURS = Pattern.compile("\\u001B\\[[0-9;?]*+[A-Za-z]");

  private static final Pattern COMMENT = Pattern.compile("(?:#|//|>) ?(?=\\s*\\S).*");

  /// "Architecture" in the languages util-linux is translated to, as the first words of a line.
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?:Architektur|Architektura|Architettura|Arquitectura|Arquitetura|Arkitektur|Arkkitehtuuri"
              + "|Architectuur|Architecture\\h(?=:)|Архитектура|Архітектура|Mimari"
              + "|アーキテクチャ|架构|架構|아키텍처)\\h*[:：].*");

  private final String name;
  private final List<Piece> found = new ArrayList<>();
  private final List<Piece.Line> lines = new ArrayList<>();
  private Optional<Tool> current = Optional.empty();
  private Optional<Enclosed> enclosed = Optional.empty();

  private Pieces(String name) {
    this.name = name;
  }

  /// All outputs in a text, in its order.
  ///
  /// @param name the name people know the text by
  /// @throws FormatException when `lscpu` spoke another language than English
  public static List<Piece> of(String name, String text) throws FormatException {
    var pieces = new Pieces(name);
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      pieces.add(new Piece.Line(++number, plain(line)));
    }
    pieces.end();
    return List.copyOf(pieces.found);
  }

  private static String plain(String line) {
    String coloured = line.startsWith("\uFEFF") ? line.substring(1) : line;
    return coloured.indexOf('\u001B') < 0 ? coloured : COLOURS.matcher(coloured).replaceAll("");
  }

  private void add(Piece.Line line) throws FormatException {
    if (enclosed.isPresent()) {
      addEnclosed(enclosed.get(), line);
      return;
    }
    if (line.text().isBlank() || line.text().length() > LONGEST_LINE) {
      return;
    }
    if (!addPlain(line)) {
      String text = line.text().strip();
      boolean comment = COMMENT.matcher(text).matches();
      if (!comment || !addPlain(new Piece.Line(line.number(), text.replaceFirst("^\\S+ ?", "")))) {
        end();
      }
    }
  }

  /// Whether the line belongs to an output.
  private boolean addPlain(Piece.Line line) throws FormatException {
    String text = line.text().strip();
    int indent = line.text().indexOf(text);
    var opened = Enclosed.openedBy(text);
    if (opened.isPresent()) {
      end();
      enclosed = opened;
      addEnclosed(opened.get(), line);
      return true;
    }
    if (FOREIGN.matcher(text).matches()) {
      throw line.wrong(
          name,
          "This output of lscpu is not in English; run \"LC_ALL=C lscpu\" and use what that prints.");
    }
    var stripped = new Piece.Line(line.number(), text);
    for (var tool : Tool.values()) {
      if (tool.begins(text) && !goesOnWithTheHost(tool)) {
        begin(tool, stripped);
        return true;
      }
    }
    if (current.isPresent() && current.get().goesOn(text, indent)) {
      lines.add(stripped);
      return true;
    }
    for (var tool : Tool.values()) {
      if (tool.isOf(text)) {
        begin(tool, stripped);
        return true;
      }
    }
    return false;
  }

  /// The accounts of the nodes and of the host are one: only the latter names the size of the
  /// pages.
  private boolean goesOnWithTheHost(Tool tool) {
    return tool == Tool.MEMINFO
        && current.equals(Optional.of(tool))
        && lines.stream().allMatch(line -> line.text().startsWith("Node "));
  }

  private void begin(Tool tool, Piece.Line line) throws FormatException {
    end();
    current = Optional.of(tool);
    lines.add(line);
  }

  private void addEnclosed(Enclosed open, Piece.Line line) throws FormatException {
    lines.add(line);
    if (open.endsAfter(line.text())) {
      end();
    }
  }

  private void end() throws FormatException {
    if (!lines.isEmpty()) {
      if (found.size() >= MOST) {
        throw lines
            .getFirst()
            .wrong(name, "This text holds more outputs than a host could have; use less of it.");
      }
      var tool = enclosed.flatMap(Enclosed::tool).or(() -> current);
      tool.ifPresent(known -> found.add(new Piece(known, name, lines.getFirst().number(), lines)));
    }
    lines.clear();
    current = Optional.empty();
    enclosed = Optional.empty();
  }
}
