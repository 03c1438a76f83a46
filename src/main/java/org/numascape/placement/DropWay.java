package org.numascape.placement;

/// How a person wants a drop to be done.
///
/// @param along whether vCPUs bring the memory of their cells, and cells their vCPUs
/// @param whole whether guests keep their cells even where these fit no node
/// @param policy how vCPUs use the threads of cores
public record DropWay(boolean along, boolean whole, SpreadPolicy policy) {

  /// Nothing along, guests split into cells where that helps.
  public static DropWay spreading(SpreadPolicy policy) {
    return new DropWay(false, false, policy);
  }

  /// The same, with the other half of a guest along.
  public DropWay bringingAlong() {
    return new DropWay(true, whole, policy);
  }

  /// The same, no guest split.
  public DropWay keepingCells() {
    return new DropWay(along, true, policy);
  }
}
