package org.numascape.check;

import org.numascape.design.Edit;

/// A way out of a problem: what the button says, and the edit it makes.
public record Fix(String label, Edit edit) {}
