/// The page of a guest's settings on its NUMA cells: who is in which, how much memory each has, how
/// far they are apart, and what the guest is told of caches and links.
package org.numascape.app.cells;
