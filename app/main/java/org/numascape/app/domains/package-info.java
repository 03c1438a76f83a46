/// The panel at the left: one card per guest with everything of it that can be placed.
package org.numascape.app.domains;
