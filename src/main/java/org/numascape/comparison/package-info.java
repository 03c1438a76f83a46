/// What differs between two hosts or two designs, in words and as data: before and after a firmware
/// change, two machines, a plan and what became of it.
package org.numascape.comparison;
