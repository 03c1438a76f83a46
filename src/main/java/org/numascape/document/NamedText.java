package org.numascape.document;

/// A text and the name people know it by: a file's name, or `pasted text`.
public record NamedText(String name, String text) {}
