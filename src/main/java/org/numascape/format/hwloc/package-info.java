/// Reads a host from the XML that lstopo and hwloc write, versions 1, 2 and 3.
package org.numascape.format.hwloc;
