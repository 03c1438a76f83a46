package org.numascape.hypervisor;

import java.util.Optional;
import org.numascape.domain.DomainState;

/// One domain as its host describes it.
///
/// @param inactiveXml the definition in force at the next start, secrets included where we may read
///   them; the live XML for a transient domain
/// @param liveXml what the running process has; empty when it does not run
/// @param persistent whether it has a definition at all
/// @param autostart whether it starts with its host
/// @param managedSave whether a saved image with its own copy of the XML would be restored at the
///   next start
public record DomainRecord(
    String uuid,
    String name,
    DomainState state,
    String inactiveXml,
    Optional<String> liveXml,
    boolean persistent,
    boolean autostart,
    boolean managedSave) {}
