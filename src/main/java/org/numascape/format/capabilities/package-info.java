/// Reads and writes the host part of libvirt's capabilities XML.
package org.numascape.format.capabilities;
