/// A guest as libvirt's domain XML describes it, as far as placement is concerned. Pure values.
package org.numascape.domain;
