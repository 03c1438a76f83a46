package org.numascape.format;

/// A text is not what it should be. The message says which text, where in it, what is wrong and
/// what to do.
public final class FormatException extends Exception {

  private static final long serialVersionUID = 1;

  private final String source;
  private final int line;

  /// @param source the file's name or another name a person knows the text by
  /// @param line counted from 1, or 0 when no line is to blame
  /// @param what what is wrong and what to do, as a sentence with a full stop
  public FormatException(String source, int line, String what) {
    super(line > 0 ? source + ", line " + line + ": " + what : source + ": " + what);
    this.source = source;
    this.line = line;
  }

  /// The text's name.
  public String source() {
    return source;
  }

  /// The line to blame, counted from 1; 0 when there is none.
  public int line() {
    return line;
  }
}
