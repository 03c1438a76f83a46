/// Pictures that leave the program: files, the clipboard, paper.
package org.numascape.app.picture;
