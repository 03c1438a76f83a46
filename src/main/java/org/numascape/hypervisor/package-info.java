/// What we ask of a virtualization host, whoever answers: the port behind which all native code
/// lives.
package org.numascape.hypervisor;
