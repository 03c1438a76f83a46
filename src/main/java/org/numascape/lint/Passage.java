package org.numascape.lint;

/// A part of a text that is of one kind: the whole of it, or a fenced block of an article.
public record Passage(TextKind kind, Span span) {}
