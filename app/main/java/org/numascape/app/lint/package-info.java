/// The dialog that looks for mistakes in what other programs read, and corrects them.
package org.numascape.app.lint;
