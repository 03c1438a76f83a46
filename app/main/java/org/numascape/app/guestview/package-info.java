/// The machine that the selected guest sees, drawn beside its host, with lines to where its parts
/// sit and a list of what does not fit.
package org.numascape.app.guestview;
