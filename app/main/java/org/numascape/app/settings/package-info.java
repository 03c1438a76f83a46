/// The settings of one guest: a window with a page for each part of it, and presets for the whole.
package org.numascape.app.settings;
