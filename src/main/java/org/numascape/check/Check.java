package org.numascape.check;

/// One rule, or a few that are the two sides of one idea.
///
/// Which kind it is says what it depends on, and so when it has to be asked again.
sealed interface Check permits GuestCheck, DesignCheck {}
