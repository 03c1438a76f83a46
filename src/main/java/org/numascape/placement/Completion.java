package org.numascape.placement;

/// One way to go on with a text.
///
/// @param word what is written
/// @param about what it stands for now
/// @param text the whole text with it
/// @param caret where to type on, in characters from 0
public record Completion(String word, String about, String text, int caret) {}
