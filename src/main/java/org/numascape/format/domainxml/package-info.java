/// Reads libvirt's domain XML, and writes placement back into it without touching anything else.
package org.numascape.format.domainxml;
