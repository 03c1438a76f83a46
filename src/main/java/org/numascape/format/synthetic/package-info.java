/// Reads and writes hwloc's synthetic descriptions of hosts, such as `pack:2 numa:2 core:8 pu:2`.
package org.numascape.format.synthetic;
