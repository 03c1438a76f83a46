package org.numascape.placement;

/// A word for a set, and what it stands for now.
record SetWord<S>(String word, S set) {}
