/// The design file, its autosave and recovery, recent files, and opening any host.
package org.numascape.document;
