/// Two hosts side by side, and what differs between them.
package org.numascape.app.compare;
