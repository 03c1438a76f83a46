/// Brings a design to a host: what would change, in words and as XML, then the doing, the undoing
/// and the proof.
package org.numascape.apply;
