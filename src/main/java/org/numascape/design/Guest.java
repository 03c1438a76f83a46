package org.numascape.design;

import java.util.Optional;
import org.numascape.domain.Aspect;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;

/// A guest in a design: what it was when it was read, and what it shall be.
///
/// @param stored as read: libvirt's inactive definition, or the file
/// @param wanted what the design makes of it; equal to `stored` while nobody changed it
/// @param xml the text `stored` was read from; edits are written into it and nothing else of it
///   changes
/// @param live what the running process has, where it runs; pins here may differ from `stored`
/// @param colour index into the palette's guest colours, kept for as long as the guest is in the
///   design
/// @param autostart whether it starts with its host
public record Guest(
    Domain stored,
    Domain wanted,
    String xml,
    Optional<Domain> live,
    DomainState state,
    boolean persistent,
    int colour,
    boolean autostart) {

  /// A guest that does not start with its host.
  public Guest(
      Domain stored,
      Domain wanted,
      String xml,
      Optional<Domain> live,
      DomainState state,
      boolean persistent,
      int colour) {
    this(stored, wanted, xml, live, state, persistent, colour, false);
  }

  /// A guest as just read, unchanged.
  public static Guest read(Domain stored, String xml, DomainState state, int colour) {
    return new Guest(stored, stored, xml, Optional.empty(), state, true, colour);
  }

  /// Its name within the design.
  public DomainId id() {
    return new DomainId(stored.uuid().orElse(stored.name()));
  }

  /// The name people know it by.
  public String name() {
    return wanted.name();
  }

  /// Whether the design wants anything of it that it has not got.
  public boolean changed() {
    return !wanted.equals(stored);
  }

  /// Whether it comes from a file or a template, not from a host.
  public boolean fromFile() {
    return state == DomainState.FILE;
  }

  /// The same guest, wanted otherwise.
  public Guest wanting(Domain domain) {
    return new Guest(stored, domain, xml, live, state, persistent, colour, autostart);
  }

  /// What this guest wanted, of the same guest as its host has it now.
  Guest wantedOf(Guest now) {
    return now.stored.equals(stored)
        ? now.wanting(wanted).coloured(colour)
        : readAs(now, Optional.empty());
  }

  /// The same guest in another colour.
  public Guest coloured(int index) {
    return new Guest(stored, wanted, xml, live, state, persistent, index, autostart);
  }

  /// The same guest, no longer running.
  public Guest stopped() {
    var now = state == DomainState.FILE ? DomainState.FILE : DomainState.SHUT_OFF;
    return new Guest(stored, wanted, xml, Optional.empty(), now, persistent, colour, autostart);
  }

  /// The guest as just read, with what was wanted of it. Each aspect that was only what the host
  /// had, and that the design never touched, follows the host.
  ///
  /// @param before the same guest in the present design before the host was read
  Guest readAs(Guest fresh, Optional<Guest> before) {
    Domain target = fresh.stored;
    for (var aspect : Aspect.values()) {
      if (!untouched(aspect, before)) {
        target = aspect.taken(target, wanted);
      }
    }
    return new Guest(
        fresh.stored,
        target,
        fresh.xml,
        fresh.live,
        fresh.state,
        fresh.persistent,
        colour,
        fresh.autostart);
  }

  private boolean untouched(Aspect aspect, Optional<Guest> before) {
    return before
        .map(now -> aspect.same(now.stored, now.wanted) && aspect.same(now.stored, wanted))
        .orElseGet(() -> aspect.same(stored, wanted));
  }
}
