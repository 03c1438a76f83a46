package org.numascape.domain;

/// What a domain is doing.
public enum DomainState {
  /// Its vCPUs run.
  RUNNING,
  /// It has a process, but its vCPUs do not run.
  PAUSED,
  /// It has no process.
  SHUT_OFF,
  /// It comes from a file, not from a host.
  FILE;

  /// Whether it has a process whose threads can be moved now.
  public boolean active() {
    return this == RUNNING || this == PAUSED;
  }
}
