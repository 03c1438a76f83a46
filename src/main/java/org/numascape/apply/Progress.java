package org.numascape.apply;

/// How an apply gets on, told on the thread it runs on.
public sealed interface Progress {

  /// The step it is about.
  Step step();

  /// A step begins.
  record Started(Step step) implements Progress {}

  /// A step is done.
  record Done(Step step) implements Progress {}

  /// A step failed; what was changed of its guest is taken back next.
  record Failed(Step step, Reason reason) implements Progress {}
}
