/// Settings of hosts that are elsewhere, read over ssh.
package org.numascape.remote;
