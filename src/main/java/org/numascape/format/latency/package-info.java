/// Reads latencies and bandwidths between NUMA nodes that somebody measured: what Intel's Memory
/// Latency Checker prints, and tables with comma, semicolon, tab or blanks.
package org.numascape.format.latency;
