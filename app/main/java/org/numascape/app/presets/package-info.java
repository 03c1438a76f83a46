/// Presets for a whole guest: what each would do, seen before it is done.
package org.numascape.app.presets;
