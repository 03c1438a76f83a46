/// The list of what is wrong with the design, each with its reason and its fixes.
package org.numascape.app.problems;
