/// Starts the program and wires everything together by constructor, once.
package org.numascape.app;
