/// Whether the host is set for its guests: the eight steps, what was read, and what to run.
package org.numascape.app.readiness;
