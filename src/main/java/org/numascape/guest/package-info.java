/// A guest from its inside: the machine its kernel sees, where each part of it sits on the host,
/// and where the two do not fit.
package org.numascape.guest;
