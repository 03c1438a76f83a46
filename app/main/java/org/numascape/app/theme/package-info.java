/// How the program looks: theme, fonts, style sheet.
package org.numascape.app.theme;
