package org.numascape.lint;

import java.util.List;

/// A command of a shell.
///
/// @param pipeline counts the pipelines of the text: commands with `|` between them have one number
record Command(List<Word> words, int pipeline) {

  Command {
    words = List.copyOf(words);
  }

  /// The program's name without folders; empty where there is no word.
  String program() {
    return words.isEmpty() ? "" : name(words.getFirst());
  }

  /// A program's name without folders.
  static String name(Word word) {
    return word.value().substring(word.value().lastIndexOf('/') + 1);
  }

  /// From the first word to the last.
  Span span() {
    return new Span(words.getFirst().span().start(), words.getLast().span().end());
  }

  /// The command from one of its words on: what `sudo` runs.
  Command from(int word) {
    return new Command(words.subList(word, words.size()), pipeline);
  }
}
