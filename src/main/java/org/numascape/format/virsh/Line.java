package org.numascape.format.virsh;

/// One line of a script.
public sealed interface Line {

  /// What is written.
  String text();

  /// A command that a shell runs as it stands.
  record Command(String text) implements Line {}

  /// Words for the reader; `text` begins with `# `.
  record Remark(String text) implements Line {

    /// A remark of these words; characters that could leave the comment become `?`.
    static Remark of(String words) {
      return new Remark("# " + Shell.comment(words));
    }
  }
}
