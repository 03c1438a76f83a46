/// The host as a file that other programs read.
package org.numascape.app.export;
