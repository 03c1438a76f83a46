/// Reading and writing the formats of others. Each format has a package below this one and knows no
/// other.
package org.numascape.format;
