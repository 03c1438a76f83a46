package org.numascape.apply;

/// Ends the steps of one guest; never leaves this package.
final class StepFailed extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Step step;
  private final transient Reason reason;

  StepFailed(Step step, Reason reason) {
    super(reason.sentence());
    this.step = step;
    this.reason = reason;
  }

  Step step() {
    return step;
  }

  Reason reason() {
    return reason;
  }
}
