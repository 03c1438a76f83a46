package org.numascape.app.review;

/// What the review's card shows at a time.
interface Page {

  /// Puts the keyboard where it begins.
  void focus();

  /// Escape was pressed.
  void escape();

  /// Ctrl+Enter was pressed.
  void confirm();

  /// Whether the page must not be left now.
  default boolean busy() {
    return false;
  }
}
