/// The shell commands that would do the same as the planned changes.
package org.numascape.app.commands;
