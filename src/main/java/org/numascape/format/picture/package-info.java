/// Writes a drawing as a file: SVG, PNG, PDF. Paints what `drawing` lays out and decides nothing
/// itself. The fonts, Inter and JetBrains Mono, come with it.
package org.numascape.format.picture;
