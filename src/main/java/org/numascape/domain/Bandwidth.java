package org.numascape.domain;

import java.util.OptionalLong;

/// How much CPU time some threads get: `period` and `quota`, in microseconds.
///
/// @param period 1,000 to 1,000,000; 0 says nothing
/// @param quota what they may use of each period; negative is unlimited
public record Bandwidth(OptionalLong period, OptionalLong quota) {

  /// Nothing said.
  public static final Bandwidth UNSAID = new Bandwidth(OptionalLong.empty(), OptionalLong.empty());

  /// Which threads share it.
  public enum Scope {
    /// Each vCPU for itself.
    VCPU(""),
    /// The whole domain.
    GLOBAL("global_"),
    /// The emulator threads.
    EMULATOR("emulator_"),
    /// Each I/O thread.
    IO_THREAD("iothread_");

    private final String prefix;

    Scope(String prefix) {
      this.prefix = prefix;
    }

    /// The name of libvirt's element for `period` or `quota`.
    public String element(String what) {
      return prefix + what;
    }
  }
}
