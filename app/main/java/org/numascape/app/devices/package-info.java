/// A guest's devices, as a page of its settings: host devices handed over, buses that tell their
/// cells, the board.
package org.numascape.app.devices;
