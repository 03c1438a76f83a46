/// What is wrong with a design: one small rule a file, each with its words and its fixes.
package org.numascape.check;
