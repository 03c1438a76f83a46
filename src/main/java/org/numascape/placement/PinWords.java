package org.numascape.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.numascape.analysis.Analysis;
import org.numascape.design.PinText;
import org.numascape.topology.CpuSet;

/// Pins as text in which words may stand for CPUs: `0-7: free on node2`, `8-9: {l3 4}`.
///
/// In a list that gives each vCPU one CPU, words stand for their CPUs core by core, and for no more
/// than are left to give; in braces for all of them.
public interface PinWords {

  /// A line in two parts, with the set in braces or the list.
  Pattern LINE = Pattern.compile("([^:#]*):(\\s*\\{?)([^}#]*)(.*)");

  /// Reads pins for a guest with `vcpus` vCPUs.
  static PinText read(Analysis facts, String text, int vcpus) {
    var words = SetText.cpus(facts);
    var lines = new StringJoiner("\n");
    var mistakes = new ArrayList<PinText.Mistake>();
    var all = text.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      try {
        lines.add(plain(facts, words, all.get(i)));
      } catch (IllegalArgumentException wrong) {
        lines.add("");
        mistakes.add(new PinText.Mistake(i + 1, String.valueOf(wrong.getMessage())));
      }
    }
    var host = CpuSet.of(facts.host().pus().keySet());
    var read = PinText.parse(lines.toString(), vcpus, host);
    if (mistakes.isEmpty()) {
      return read;
    }
    if (read instanceof PinText.Mistakes(var more)) {
      mistakes.addAll(more);
    }
    mistakes.sort(Comparator.comparingInt(PinText.Mistake::line));
    return new PinText.Mistakes(mistakes);
  }

  private static String plain(Analysis facts, SetText<CpuSet> words, String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches() || !SetText.hasWords(parts.group(3))) {
      return line;
    }
    String head = parts.group(1) + ":" + parts.group(2);
    boolean set = parts.group(2).strip().equals("{");
    String right =
        set ? read(words, parts.group(3)).toString() : list(facts, words, parts, parts.group(3));
    return head + right + parts.group(4);
  }

  private static CpuSet read(SetText<CpuSet> words, String text) {
    return switch (words.read(text)) {
      case SetText.Reading.Right<CpuSet>(var cpus) -> cpus;
      case SetText.Reading.Wrong<CpuSet> wrong -> throw new IllegalArgumentException(wrong.what());
    };
  }

  /// The items in the order written, words as their CPUs core by core.
  private static String list(
      Analysis facts, SetText<CpuSet> words, java.util.regex.Matcher parts, String text) {
    int wanted = CpuSet.parse(parts.group(1)).size();
    if (text.contains("^")) {
      return inOrder(facts, read(words, text), wanted).stream()
          .map(String::valueOf)
          .collect(Collectors.joining(","));
    }
    var given = new ArrayList<String>();
    int named = 0;
    for (String item : text.split(",", -1)) {
      if (!SetText.hasWords(item)) {
        given.add(item);
        named += Math.max(1, read(words, item).size());
        continue;
      }
      for (int cpu : inOrder(facts, read(words, item), wanted - named)) {
        given.add(Integer.toString(cpu));
        named++;
      }
    }
    return String.join(",", given);
  }

  private static List<Integer> inOrder(Analysis facts, CpuSet cpus, int most) {
    return cpus.stream()
        .boxed()
        .sorted(
            Comparator.comparingInt(
                cpu -> facts.host().pu(cpu).map(pu -> pu.logical()).orElse(cpu)))
        .limit(Math.max(0, most))
        .toList();
  }

  /// What may be meant at a place of the text, likeliest first; nothing left of the colon.
  ///
  /// @param caret in characters from 0
  static List<Completion> complete(Analysis facts, String text, int caret) {
    int from = text.lastIndexOf('\n', caret - 1) + 1;
    int end = text.indexOf('\n', caret);
    String line = text.substring(from, end < 0 ? text.length() : end);
    var parts = LINE.matcher(line);
    if (!parts.matches() || caret < from + parts.start(3) || caret > from + parts.end(3)) {
      return List.of();
    }
    int start = from + parts.start(3);
    return SetText.cpus(facts).complete(parts.group(3), caret - start).stream()
        .map(word ->
            new Completion(
                word.word(),
                word.about(),
                text.substring(0, start) + word.text() + text.substring(from + parts.end(3)),
                start + word.caret()))
        .toList();
  }
}
