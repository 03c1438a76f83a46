/// Recorded and made-up hosts that come with the program: to open it on, to learn with, to test
/// with.
package org.numascape.sample;
