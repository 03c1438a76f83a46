package org.numascape.drawing;

import org.numascape.topology.ObjectId;

/// What the colour of a box tells.
public sealed interface Colouring {

  /// Whose guest sits there.
  Colouring GUESTS = new ByGuest();

  /// Whose guest sits there.
  record ByGuest() implements Colouring {}

  /// What an access from the guest on a PU to its memory costs on average.
  record ByAccessCost() implements Colouring {}

  /// How much of the huge pages of a node is planned.
  record ByHugePages() implements Colouring {}

  /// Which last-level cache a PU shares with which others.
  record ByCacheDomain() implements Colouring {}

  /// Which kind of core a PU is on, where a host has several.
  record ByCoreKind() implements Colouring {}

  /// How far every node is from one node.
  ///
  /// @param node that node's id
  record ByDistance(ObjectId node) implements Colouring {}
}
