/// The document people work on, and every way to change it. Pure values; edits are data.
package org.numascape.design;
