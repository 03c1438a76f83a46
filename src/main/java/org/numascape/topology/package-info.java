/// The host as the kernel and hwloc describe it: objects, memory, distances. Pure values.
package org.numascape.topology;
