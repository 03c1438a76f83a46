package org.numascape.lint;

/// One `key=value` of an option's argument.
///
/// @param key empty for a first element that is only a value, such as the driver of `-device`
/// @param value with doubled commas made one; `on` for a key that stands alone
/// @param span from the key to the value's end
/// @param valueSpan where the value stands; empty behind the key for a key that stands alone
/// @param splicable whether it stands in the text as it is, so that it can be replaced there
record Property(String key, String value, Span span, Span valueSpan, boolean splicable) {}
