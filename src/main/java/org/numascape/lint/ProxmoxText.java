package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A virtual machine of Proxmox VE: the lines of its file up to the first snapshot, or the options
/// of `qm set` and `qm create`.
record ProxmoxText(String text, List<Setting> settings) {

  /// One setting.
  ///
  /// @param span from the key to the value's end, with the dashes of an option
  /// @param option whether it is an option of a command
  record Setting(String key, String value, Span span, Span valueSpan, boolean option) {

    /// The value's `key=value` parts; the first may stand without key.
    List<Property> parts() {
      var found = new ArrayList<Property>();
      for (int at = 0; at < value.length(); ) {
        int comma = value.indexOf(',', at);
        int end = comma < 0 ? value.length() : comma;
        int equals = value.indexOf('=', at);
        boolean named = equals >= 0 && equals < end;
        int from = named ? equals + 1 : at;
        String key = named ? value.substring(at, equals).strip() : "";
        found.add(
            new Property(
                key, value.substring(from, end).strip(), place(at, end), place(from, end), true));
        at = end + 1;
      }
      return found;
    }

    Optional<Property> part(String name) {
      return parts().stream().filter(part -> part.key().equals(name)).findFirst();
    }

    private Span place(int from, int to) {
      return new Span(valueSpan.start() + from, valueSpan.start() + to);
    }
  }

  private static final Pattern LINE = Pattern.compile("([a-z]+[a-z0-9_]*):[ \\t]*(.*?)[ \\t\\r]*");

  static ProxmoxText read(String text) {
    var found = new ArrayList<Setting>();
    for (var command : ShellText.commands(text)) {
      if (command.program().equals("qm")) {
        options(command, found);
      }
    }
    if (found.isEmpty()) {
      lines(text, found);
    }
    return new ProxmoxText(text, found);
  }

  private static void options(Command command, List<Setting> found) {
    var words = command.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      String word = words.get(i).value();
      var next = words.get(i + 1);
      boolean plain =
          next.value().length()
              == next.span(0, next.value().length()).end()
                  - next.span(0, next.value().length()).start();
      if (word.matches("--?[a-z][a-z0-9_]*") && !next.value().startsWith("-") && plain) {
        var whole = new Span(words.get(i).span().start(), next.span().end());
        var value = next.span(0, next.value().length());
        found.add(new Setting(word.replaceFirst("^--?", ""), next.value(), whole, value, true));
      }
    }
  }

  private static void lines(String text, List<Setting> found) {
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end);
      if (line.startsWith("[")) {
        return; // snapshots, which are as they were
      }
      var matcher = LINE.matcher(line);
      if (matcher.matches()) {
        var value = new Span(start + matcher.start(2), start + matcher.end(2));
        var whole = new Span(start, start + matcher.end(2));
        found.add(new Setting(matcher.group(1), matcher.group(2), whole, value, false));
      }
      start = end + 1;
    }
  }

  Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  Stream<Setting> cells() {
    return settings.stream().filter(setting -> setting.key().matches("numa[0-9]{1,3}"));
  }

  /// A number that a setting says; one for `sockets` and `cores` that are not said.
  int number(String key, int otherwise) {
    return setting(key)
        .map(Setting::value)
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  /// Another setting in front of one.
  Splice before(Setting setting, String key, String value) {
    String added = setting.option() ? "--" + key + " " + value + " " : key + ": " + value + "\n";
    return Splice.insert(setting.span().start(), added);
  }
}
