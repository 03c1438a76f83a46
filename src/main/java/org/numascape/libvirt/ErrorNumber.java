package org.numascape.libvirt;

/// The numbers of `virErrorNumber` that we tell apart, from `libvirt/virterror.h`; they never
/// change.
final class ErrorNumber {

  static final int INTERNAL_ERROR = 1;
  static final int NO_SUPPORT = 3;
  static final int NO_CONNECT = 5;
  static final int INVALID_ARG = 8;
  static final int OPERATION_FAILED = 9;
  static final int XML_ERROR = 27;
  static final int OPERATION_DENIED = 29;
  static final int SYSTEM_ERROR = 38;
  static final int NO_DOMAIN = 42;
  static final int AUTH_FAILED = 45;
  static final int NO_NODE_DEVICE = 53;
  static final int AUTH_CANCELLED = 79;
  static final int OPERATION_UNSUPPORTED = 84;
  static final int SSH = 85;
  static final int ACCESS_DENIED = 88;
  static final int AUTH_UNAVAILABLE = 94;
  static final int LIBSSH = 98;

  private ErrorNumber() {}
}
