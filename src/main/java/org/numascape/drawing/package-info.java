/// The picture as data, and what a pointer does in it. Knows no toolkit: screen, SVG and print
/// paint the same shapes.
package org.numascape.drawing;
