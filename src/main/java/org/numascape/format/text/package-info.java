/// Reads what a host's own tools print about it, saved or pasted as text: `lscpu`, `numactl -H`,
/// `virsh` and files of the kernel; several such texts make one host together.
package org.numascape.format.text;
