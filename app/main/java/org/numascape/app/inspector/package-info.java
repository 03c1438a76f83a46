/// The panel at the right: what is selected, in words, to be changed in place.
package org.numascape.app.inspector;
