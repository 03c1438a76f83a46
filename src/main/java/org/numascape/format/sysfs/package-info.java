/// Reads a Linux machine from what its kernel shows in /sys and /proc: this machine, a
/// gather-topology archive of another one, or such an archive unpacked.
package org.numascape.format.sysfs;
