/// A guest's memory, as a page of its settings: how much, from which nodes, on what pages.
package org.numascape.app.memory;
