/// What the design changes on its host, in words and as XML.
package org.numascape.app.changes;
