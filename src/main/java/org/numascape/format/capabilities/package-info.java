/// Reads a host from libvirt's capabilities XML and from the XML of its node devices.
package org.numascape.format.capabilities;
