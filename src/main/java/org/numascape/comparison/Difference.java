package org.numascape.comparison;

import java.util.List;
import org.numascape.topology.ObjectId;

/// One thing that two hosts have differently.
///
/// @param what the thing, for people: `memory of node 1`, `CPUs 8-15`
/// @param before how it is in the first host; `none` where it has no such thing
/// @param after how it is in the second host; `none` where it has no such thing
/// @param inBefore the objects of the first host it concerns; empty where that is none of them, or
///   all
/// @param inAfter the objects of the second host it concerns
public record Difference(
    Topic topic,
    Weight weight,
    String what,
    String before,
    String after,
    List<ObjectId> inBefore,
    List<ObjectId> inAfter) {

  /// What a host has that lacks the thing.
  public static final String NONE = "none";

  /// Copies the lists.
  public Difference {
    inBefore = inBefore.stream().distinct().toList();
    inAfter = inAfter.stream().distinct().toList();
  }

  /// `memory of node 1: 64 GiB → 32 GiB`
  public String sentence() {
    return what + ": " + before + " → " + after;
  }

  /// The same seen from the other host.
  public Difference reversed() {
    return new Difference(topic, weight, what, after, before, inAfter, inBefore);
  }
}
