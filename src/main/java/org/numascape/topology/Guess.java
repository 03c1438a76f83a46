package org.numascape.topology;

/// Something about an object that no source tells and the program concluded.
///
/// @param object what it is about
/// @param why in one sentence, for people: what was concluded, from what
public record Guess(ObjectId object, String why) {}
