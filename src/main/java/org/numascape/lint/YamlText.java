package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.format.FormatException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// A YAML text as nodes with their places. Nothing is made of the nodes: no tag creates an object,
/// no alias multiplies.
final class YamlText {

  private static final int DEPTH = 64;
  private static final int MOST_EVENTS = 200_000;
  private static final int MOST_ALIASES = 50;

  private final String text;
  private final List<Node> documents;

  private YamlText(String text, List<Node> documents) {
    this.text = text;
    this.documents = List.copyOf(documents);
  }

  /// Reads a text.
  ///
  /// @throws FormatException when it is no YAML, or passes a limit: 64 levels, 200,000 events, 50
  ///   aliases of collections
  static YamlText parse(String source, String text) throws FormatException {
    var settings =
        LoadSettings.builder()
            .setLabel(source)
            .setAllowDuplicateKeys(true)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(Lint.MAX_LENGTH)
            .build();
    try {
      limit(source, parser(settings, text));
      var documents = new ArrayList<Node>();
      new Composer(settings, parser(settings, text)).forEachRemaining(documents::add);
      return new YamlText(text, documents);
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      throw new FormatException(source, line, "this is no YAML: " + broken.getProblem() + ".");
    } catch (YamlEngineException broken) {
      throw new FormatException(source, 0, "this is no YAML: " + broken.getMessage() + ".");
    }
  }

  private static Parser parser(LoadSettings settings, String text) {
    return new ParserImpl(settings, new StreamReader(settings, text));
  }

  private static void limit(String source, Parser events) throws FormatException {
    int depth = 0;
    int count = 0;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {
          // scalars and documents nest nothing
        }
      }
      count++;
      if (depth > DEPTH || count > MOST_EVENTS) {
        int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
        throw new FormatException(
            source, line, "the text is nested deeper, or longer, than any virtual machine is.");
      }
    }
  }

  List<Node> documents() {
    return documents;
  }

  static Optional<NodeTuple> entry(Node mapping, String key) {
    return mapping instanceof MappingNode map
        ? map.getValue().stream()
            .filter(tuple -> scalar(tuple.getKeyNode()).filter(key::equals).isPresent())
            .findFirst()
        : Optional.empty();
  }

  /// What a path of keys leads to.
  static Optional<Node> at(Node from, String... path) {
    Optional<Node> node = Optional.of(from);
    for (String key : path) {
      node = node.flatMap(one -> entry(one, key)).map(NodeTuple::getValueNode);
    }
    return node;
  }

  static Optional<String> scalar(Node node) {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /// The scalar that a path of keys leads to; empty text where it is none.
  static String value(Node from, String... path) {
    return at(from, path).flatMap(YamlText::scalar).orElse("");
  }

  Span span(Node node) {
    int start = offset(node.getStartMark());
    return new Span(start, Math.max(start, offset(node.getEndMark())));
  }

  Span span(NodeTuple tuple) {
    return new Span(span(tuple.getKeyNode()).start(), span(tuple.getValueNode()).end());
  }

  private int offset(Optional<Mark> mark) {
    int points = mark.map(Mark::getIndex).orElse(0);
    return text.offsetByCodePoints(0, Math.min(points, text.codePointCount(0, text.length())));
  }

  static boolean isFlow(Node node) {
    return node instanceof MappingNode map && map.getFlowStyle() == FlowStyle.FLOW;
  }

  /// Puts an entry first into a mapping that has others: `insert(cpu, "true", "a", "b")` for `a:
  /// {b: true}`.
  Splice first(MappingNode mapping, String value, String... path) {
    if (isFlow(mapping)) {
      String rest = mapping.getValue().isEmpty() ? "" : ", ";
      return Splice.insert(span(mapping).start() + 1, inFlow(value, path) + rest);
    }
    int at = span(mapping.getValue().getFirst().getKeyNode()).start();
    return Splice.insert(at, inBlock(column(at), value, path) + "\n" + " ".repeat(column(at)));
  }

  /// A path and its value on lines of their own, the first without indent.
  static String inBlock(int column, String value, String... path) {
    var lines = new StringBuilder();
    for (int i = 0; i < path.length; i++) {
      lines.append(i == 0 ? "" : "\n" + " ".repeat(column + 2 * i)).append(path[i]).append(':');
    }
    return lines.append(' ').append(value).toString();
  }

  static String inFlow(String value, String... path) {
    boolean bare = value.equals("true") || value.equals("false") || value.startsWith("{");
    String written = bare ? value : '"' + value + '"';
    for (int i = path.length - 1; i >= 0; i--) {
      written = '"' + path[i] + "\": " + (i == path.length - 1 ? written : "{" + written + "}");
    }
    return written;
  }

  int column(int offset) {
    return offset - (text.lastIndexOf('\n', offset - 1) + 1);
  }

  /// Takes something out that is alone on its lines, or one of several between commas; nothing
  /// where it is neither.
  List<Splice> without(Span part) {
    int lineStart = text.lastIndexOf('\n', part.start() - 1) + 1;
    int lineEnd = text.indexOf('\n', part.end());
    lineEnd = lineEnd < 0 ? text.length() : lineEnd;
    String before = text.substring(lineStart, part.start()).strip();
    String behind = text.substring(part.end(), lineEnd).strip();
    boolean alone =
        (before.isEmpty() || before.equals("-")) && (behind.isEmpty() || behind.startsWith("#"));
    if (alone && !behind.startsWith("#")) {
      return List.of(Splice.remove(lineStart, Math.min(text.length(), lineEnd + 1)));
    }
    int next = part.end();
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && text.charAt(next) == ',') {
      next++;
      while (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      return List.of(Splice.remove(part.start(), next));
    }
    int previous = part.start();
    while (previous > 0 && Character.isWhitespace(text.charAt(previous - 1))) {
      previous--;
    }
    boolean last = previous > 0 && text.charAt(previous - 1) == ',';
    return last ? List.of(Splice.remove(previous - 1, part.end())) : List.of();
  }
}
