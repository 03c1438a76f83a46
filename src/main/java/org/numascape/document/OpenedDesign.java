package org.numascape.document;

import java.nio.file.Path;
import org.numascape.design.Design;

/// A design that was read from its file.
///
/// @param stamp what the file held; saving wants it
public record OpenedDesign(Path file, Design design, Stamp stamp) implements Opened {}
