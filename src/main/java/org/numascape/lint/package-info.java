/// Recognises what other programs' texts say about NUMA, finds the mistakes in them, and corrects
/// what can be corrected mechanically.
package org.numascape.lint;
