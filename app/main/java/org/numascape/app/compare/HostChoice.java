package org.numascape.app.compare;

import java.util.concurrent.Callable;

/// A host that can be chosen.
///
/// @param group under which words it stands in a list: `Open now`, `Sample hosts`
/// @param label what people call it
/// @param reading reads it; takes its time, so never on the FX thread. Throws what says in one
///   sentence why it cannot
public record HostChoice(String group, String label, Callable<Side> reading) {}
