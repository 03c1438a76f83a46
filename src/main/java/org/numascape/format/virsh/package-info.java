/// The shell commands that would do by hand what a design plans.
package org.numascape.format.virsh;
