/// The hypervisor port through libvirt: all native code lives here, and crashes of old servers are
/// kept out.
package org.numascape.libvirt;
