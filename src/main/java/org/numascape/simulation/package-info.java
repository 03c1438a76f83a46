/// A host that is not there: answers as libvirt would, in memory, and fails where it is told to.
package org.numascape.simulation;
