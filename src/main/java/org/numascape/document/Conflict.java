package org.numascape.document;

import org.numascape.design.DomainId;

/// Something that changed on both sides since the host was last read. Nothing is lost: what the
/// person wanted is kept in the design, and nothing is sent before they agree.
public sealed interface Conflict {

  /// The guest it is about.
  DomainId domain();

  /// One sentence for a person.
  String sentence();

  /// The design and somebody on the host changed the same thing, to different ends; the design's is
  /// kept.
  ///
  /// @param name the guest's name
  /// @param what the thing: `the pin of vCPU 3`
  /// @param yours what the design wants: `2,34`; `nothing` for no pin, rule or huge pages
  /// @param theirs what the host has now, in the same words
  record BothChanged(DomainId domain, String name, String what, String yours, String theirs)
      implements Conflict {
    @Override
    public String sentence() {
      return "Somebody changed "
          + what
          + " of "
          + name
          + " on the host to "
          + theirs
          + "; the design keeps "
          + yours
          + ".";
    }
  }

  /// The design changed a guest that is no longer on the host; it stays in the design.
  record Gone(DomainId domain, String name) implements Conflict {
    @Override
    public String sentence() {
      return name + " is no longer on the host; its changes are kept in the design.";
    }
  }
}
