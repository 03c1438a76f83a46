package org.numascape.app.settings;

/// One of several values a row offers.
///
/// @param words what it is called in the list
public record Choice<T>(T value, String words) {
  @Override
  public String toString() {
    return words;
  }
}
