/// Why a number for the cost of memory accesses is what it is: the pop-over that every panel may
/// open.
package org.numascape.app.cost;
