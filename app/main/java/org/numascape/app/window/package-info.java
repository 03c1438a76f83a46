/// The frame of the program: menus, toolbar, status bar. The only package that knows every panel.
package org.numascape.app.window;
