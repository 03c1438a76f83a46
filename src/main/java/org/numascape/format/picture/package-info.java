/// Writes a drawing as a file: SVG so far. Paints what `drawing` lays out and decides nothing
/// itself.
package org.numascape.format.picture;
