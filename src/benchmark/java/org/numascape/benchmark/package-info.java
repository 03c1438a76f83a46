/// How long the work behind a picture takes, on synthetic hosts of four sizes.
package org.numascape.benchmark;
