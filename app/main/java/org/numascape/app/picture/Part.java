package org.numascape.app.picture;

/// How much of the host is on a picture.
enum Part {
  /// All of it.
  WHOLE("Whole host"),
  /// What the window shows now.
  VISIBLE("Visible part"),
  /// What is selected, with a little around it.
  SELECTION("Selection");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
