package org.numascape.simulation;

import org.numascape.hypervisor.HypervisorFailure;

/// Which call of a simulated host fails, and how.
///
/// @param call number of the call that fails, counted from 1; 0 for none
/// @param moment whether the call has taken effect when it fails
public record FaultPlan(int call, Moment moment, HypervisorFailure failure) {

  /// Nothing fails.
  public static final FaultPlan NONE =
      new FaultPlan(0, Moment.BEFORE, new HypervisorFailure.TimedOut("answer", 0));

  /// When a call fails.
  public enum Moment {
    /// It is refused and nothing has happened.
    BEFORE,
    /// It has happened, but the answer is lost.
    AFTER
  }

  /// The n-th call is refused with libvirt's system error (38).
  public static FaultPlan refusing(int call) {
    return new FaultPlan(
        call, Moment.BEFORE, new HypervisorFailure.Refused("do call " + call, 38, "told to fail"));
  }

  /// The n-th call takes effect, but its answer never comes.
  public static FaultPlan losingTheAnswerOf(int call) {
    return new FaultPlan(
        call, Moment.AFTER, new HypervisorFailure.TimedOut("answer call " + call, 30));
  }
}
