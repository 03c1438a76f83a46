/// Shows what an apply would do, lets it be chosen, does it, and says what became of it.
package org.numascape.app.review;
