/// Facts that follow from a design: who sits where, who needs what, what an access costs.
package org.numascape.analysis;
