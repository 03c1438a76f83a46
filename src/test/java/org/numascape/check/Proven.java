package org.numascape.check;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.numascape.design.Design;

/// What tests have shown of rules: `RuleWalkTest` runs them and looks here.
final class Proven {

  /// Rules that a design breaks.
  static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();

  /// Rules that a design keeps.
  static final Set<String> KEPT = ConcurrentHashMap.newKeySet();

  /// Rules that offered a way out.
  static final Set<String> OFFERED = ConcurrentHashMap.newKeySet();

  /// Rules of which every way out ended the problem without a new error.
  static final Set<String> MENDED = ConcurrentHashMap.newKeySet();

  /// Every design that was looked at.
  static final Queue<Design> SEEN = new ConcurrentLinkedQueue<>();

  private Proven() {}

  static void clear() {
    BROKEN.clear();
    KEPT.clear();
    OFFERED.clear();
    MENDED.clear();
    SEEN.clear();
  }
}
