package org.numascape.domain;

import org.numascape.topology.PageSize;

/// What pages hold a piece of guest memory.
public sealed interface PageBacking {

  /// The host's normal pages.
  record Normal() implements PageBacking {}

  /// Huge pages of the host's default size (`hugepages` without a `page`).
  record DefaultHuge() implements PageBacking {}

  /// Huge pages of one size.
  record Huge(PageSize size) implements PageBacking {}
}
