/// What is planned for the host itself: CPUs and memory kept for its own work and for other
/// software, huge-page pools, isolated CPUs.
package org.numascape.app.hostplan;
