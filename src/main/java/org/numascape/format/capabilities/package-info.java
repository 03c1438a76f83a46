<<<<<<< HEAD
/// Reads a host from libvirt's capabilities XML and from the XML of its node devices.
=======
/// Reads and writes the host part of libvirt's capabilities XML.
>>>>>>> domainxml
package org.numascape.format.capabilities;
