/// Does the program's work without a window, one class a verb.
package org.numascape.cli;
