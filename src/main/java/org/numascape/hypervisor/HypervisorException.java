package org.numascape.hypervisor;

/// A hypervisor could not do what was asked; [#failure()] says why, as data.
public final class HypervisorException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient HypervisorFailure failure;

  /// Wraps a failure; the message is the failure's sentence.
  public HypervisorException(HypervisorFailure failure) {
    super(failure.sentence());
    this.failure = failure;
  }

  /// Why.
  public HypervisorFailure failure() {
    return failure;
  }
}
