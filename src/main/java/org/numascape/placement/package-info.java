/// Where things would go: what a drop does before it is done, said in words.
package org.numascape.placement;
