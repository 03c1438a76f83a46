/// Earlier states of the design: the steps of the session, named snapshots, and two designs held
/// against each other.
package org.numascape.app.versions;
