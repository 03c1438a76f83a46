/// The distances between NUMA nodes as a heat map.
package org.numascape.app.distances;
