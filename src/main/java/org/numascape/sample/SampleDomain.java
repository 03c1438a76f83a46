package org.numascape.sample;

import org.numascape.domain.DomainState;

/// A guest of a sample host: the name of its file, its XML as libvirt would print it, and what it
/// is doing.
public record SampleDomain(String file, String xml, DomainState state) {}
