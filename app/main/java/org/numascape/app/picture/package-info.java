/// Pictures that leave the program: files, the clipboard, paper; and hosts as files of other
/// programs.
package org.numascape.app.picture;
