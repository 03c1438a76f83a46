package org.numascape.format.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// XML or JSON within a text: goes on to its own end, whatever its lines look like.
final class Enclosed {

  private static final Pattern OPENING =
      Pattern.compile(
          "<\\?xml.*|<!(?:--|DOCTYPE).*|<(?:capabilities|topology|device)(?![^>]*+/>)(?:[\\s>].*)?|\\{.*");

  private static final Pattern ROOT =
      Pattern.compile("<(capabilities|topology|device)(?:[\\s/>]|$)");

  private static final Pattern JSON = Pattern.compile("\\s*+\\{\\s*+\"(lscpu|cpus|caches)\"\\s*+:");

  private final StringBuilder text = new StringBuilder();
  private final boolean json;
  private String root = "";
  private int depth;
  private boolean quoted;

  private Enclosed(boolean json) {
    this.json = json;
  }

  /// What a line opens, if it is the beginning of XML or JSON.
  static Optional<Enclosed> openedBy(String line) {
    return OPENING.matcher(line).matches()
        ? Optional.of(new Enclosed(line.startsWith("{")))
        : Optional.empty();
  }

  /// Whether nothing is left open after this line.
  boolean endsAfter(String line) {
    if (text.length() < 4_096) {
      text.append(line).append('\n');
    }
    if (json) {
      return closesJson(line);
    }
    if (root.isEmpty()) {
      Matcher first = ROOT.matcher(line);
      if (first.find()) {
        root = first.group(1);
      }
    }
    return !root.isEmpty() && line.contains("</" + root + ">");
  }

  private boolean closesJson(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else {
          quoted = c != '"';
        }
      } else {
        quoted = c == '"';
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
    }
    return depth <= 0;
  }

  /// Whose output it is; empty when nobody's.
  Optional<Tool> tool() {
    if (!json) {
      return switch (root) {
        case "capabilities" -> Optional.of(Tool.CAPABILITIES);
        case "topology" -> Optional.of(Tool.HWLOC);
        case "device" -> Optional.of(Tool.NODE_DEVICE);
        default -> Optional.empty();
      };
    }
    var first = JSON.matcher(text);
    if (!first.lookingAt()) {
      return Optional.empty();
    }
    return switch (first.group(1)) {
      case "lscpu" -> Optional.of(Tool.LSCPU_JSON);
      case "cpus" -> Optional.of(Tool.LSCPU_TABLE_JSON);
      default -> Optional.of(Tool.LSCPU_CACHES_JSON);
    };
  }
}
