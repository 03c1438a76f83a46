/// Paints a drawing, moves over it, and turns what the pointer does in it into selections and
/// drops.
package org.numascape.app.canvas;
