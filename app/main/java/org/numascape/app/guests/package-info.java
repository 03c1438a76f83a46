/// Guests are made, copied, renamed and removed.
package org.numascape.app.guests;
