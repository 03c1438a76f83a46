/// Opening a host or a design and saving it: live, file, sample; start screen, recent files,
/// recovery.
package org.numascape.app.connect;
