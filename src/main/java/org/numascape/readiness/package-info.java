/// Whether a host is set for its guests: the eight steps of tuning, how far each is done, and the
/// commands that do it and undo it.
package org.numascape.readiness;
