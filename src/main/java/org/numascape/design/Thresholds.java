package org.numascape.design;

/// Where rules begin to speak, where no source gives a number: ours, for anybody to change.
///
/// @param hugePagesKib a dedicated guest from this size on should have huge pages, in KiB
/// @param gigantPagesKib from this size on pages of 1 GiB are proposed, in KiB
/// @param hostReserveKib what a node keeps for the host at least, in KiB
/// @param hostReservePercent the same as a share of the node's memory; the greater of the two
///   counts
/// @param poolPercent a pool above this share of its node starves the host
/// @param sparePoolPercent pages that nobody wants above this share of their node are wasted
/// @param vcpusPerCpu vCPUs to a CPU of a shared set, from which on it is over-committed (Red Hat's
///   guide for RHEL 10 gives 5)
public record Thresholds(
    long hugePagesKib,
    long gigantPagesKib,
    long hostReserveKib,
    int hostReservePercent,
    int poolPercent,
    int sparePoolPercent,
    int vcpusPerCpu) {

  private static final long GIB = 1_048_576;

  /// What holds unless somebody says otherwise.
  public static final Thresholds STANDARD =
      new Thresholds(8 * GIB, 32 * GIB, 2 * GIB, 5, 90, 25, 5);

  /// Refuses what cannot be meant.
  public Thresholds {
    percent("hostReservePercent", hostReservePercent);
    percent("poolPercent", poolPercent);
    percent("sparePoolPercent", sparePoolPercent);
    if (hugePagesKib < 0 || gigantPagesKib < 0 || hostReserveKib < 0 || vcpusPerCpu < 1) {
      throw new IllegalArgumentException(
          "a threshold cannot be negative, vcpusPerCpu is at least 1");
    }
  }

  private static void percent(String name, int value) {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException(name + " is a percentage, not " + value);
    }
  }

  /// What a node with so much memory keeps for the host, in KiB.
  public long reserveKib(long nodeKib) {
    return Math.max(hostReserveKib, nodeKib / 100 * hostReservePercent);
  }
}
