package org.numascape.apply;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What differs between two texts, line by line, as data. Passwords in it are masked.
///
/// @param lines every line of both texts, in reading order
public record XmlDiff(List<Line> lines) {

  /// libvirt keeps passwords of consoles in such an attribute.
  private static final Pattern PASSWORD =
      Pattern.compile("(\\bpasswd\\s*=\\s*)(\"[^\"]*\"|'[^']*')");

  /// What happened to a line.
  public enum Kind {
    /// It is in both texts.
    SAME,
    /// It is only in the later text.
    ADDED,
    /// It is only in the earlier text.
    REMOVED
  }

  /// A line without its line end; `before` and `after` are its numbers in the two texts, counted
  /// from 1, 0 in the text it is not in.
  public record Line(Kind kind, int before, int after, String text) {

    /// The line as a unified diff shows it.
    public String unified() {
      return switch (kind) {
        case SAME -> " " + text;
        case ADDED -> "+" + text;
        case REMOVED -> "-" + text;
      };
    }
  }

  /// Lines that belong together: changes and what is around them.
  public record Hunk(List<Line> lines) {
    /// Copies the list.
    public Hunk {
      lines = List.copyOf(lines);
    }

    /// `@@ -12,7 +12,9 @@`
    public String header() {
      return "@@ -" + range(true) + " +" + range(false) + " @@";
    }

    private String range(boolean before) {
      var numbers =
          lines.stream()
              .mapToInt(line -> before ? line.before() : line.after())
              .filter(n -> n > 0)
              .toArray();
      return numbers.length == 0 ? "0,0" : numbers[0] + "," + numbers.length;
    }
  }

  /// Copies the list.
  public XmlDiff {
    lines = List.copyOf(lines);
  }

  /// The difference between two texts.
  public static XmlDiff of(String before, String after) {
    var old = masked(before).lines().toList();
    var now = masked(after).lines().toList();
    var lines = new ArrayList<Line>();
    int from = 0;
    int to = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      while (from < delta.getSource().getPosition()) {
        lines.add(new Line(Kind.SAME, from + 1, to + 1, old.get(from)));
        from++;
        to++;
      }
      for (String text : delta.getSource().getLines()) {
        lines.add(new Line(Kind.REMOVED, ++from, 0, text));
      }
      for (String text : delta.getTarget().getLines()) {
        lines.add(new Line(Kind.ADDED, 0, ++to, text));
      }
    }
    while (from < old.size()) {
      lines.add(new Line(Kind.SAME, from + 1, to + 1, old.get(from)));
      from++;
      to++;
    }
    return new XmlDiff(lines);
  }

  private static String masked(String xml) {
    return PASSWORD.matcher(xml).replaceAll("$1'***'");
  }

  /// Whether the texts are the same.
  public boolean isEmpty() {
    return lines.stream().allMatch(line -> line.kind() == Kind.SAME);
  }

  /// The changes with up to `context` lines that stay around each; what is between is left out.
  public List<Hunk> hunks(int context) {
    var hunks = new ArrayList<Hunk>();
    var current = new ArrayList<Line>();
    int lastChange = Integer.MIN_VALUE / 2;
    for (int i = 0; i < lines.size(); i++) {
      boolean near = i - lastChange <= context;
      int last = Math.min(lines.size() - 1, i + context);
      for (int ahead = i; !near && ahead <= last; ahead++) {
        near = lines.get(ahead).kind() != Kind.SAME;
      }
      if (lines.get(i).kind() != Kind.SAME) {
        lastChange = i;
      }
      if (near) {
        current.add(lines.get(i));
      } else if (!current.isEmpty()) {
        hunks.add(new Hunk(current));
        current.clear();
      }
    }
    if (!current.isEmpty()) {
      hunks.add(new Hunk(current));
    }
    return hunks;
  }

  /// The text `diff -u` would print; empty when nothing differs.
  public String unified(String beforeName, String afterName, int context) {
    if (isEmpty()) {
      return "";
    }
    var text = new StringBuilder("--- " + beforeName + "\n+++ " + afterName + "\n");
    for (var hunk : hunks(context)) {
      text.append(hunk.header()).append('\n');
      hunk.lines().forEach(line -> text.append(line.unified()).append('\n'));
    }
    return text.toString();
  }
}
