/// What differs between two hosts, in words and as data: before and after a firmware change, or two
/// machines.
package org.numascape.comparison;
