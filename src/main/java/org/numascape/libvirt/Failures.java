package org.numascape.libvirt;

import org.numascape.hypervisor.HypervisorFailure;
import org.numascape.hypervisor.HypervisorFailure.Denied;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.numascape.hypervisor.HypervisorFailure.Unreachable;
import org.numascape.hypervisor.HypervisorFailure.Unsupported;

/// libvirt's error numbers as failures a person can act on.
final class Failures {

  /// `errno` EACCES: the socket is there, but not for us.
  private static final int EACCES = 13;

  private Failures() {}

  /// Why `uri` (without secrets) did not open.
  static HypervisorFailure opening(String uri, CallFailed failed) {
    return switch (failed.code()) {
      case ErrorNumber.SYSTEM_ERROR ->
          forbidden(failed)
              ? denied("connect to " + uri, failed)
              : new Unreachable(uri, failed.said());
      case ErrorNumber.INTERNAL_ERROR,
          ErrorNumber.NO_CONNECT,
          ErrorNumber.SSH,
          ErrorNumber.LIBSSH ->
          new Unreachable(uri, failed.said());
      default -> calling("connect to " + uri, failed);
    };
  }

  /// Why a call on an open connection failed; `what` names it in plain words.
  static HypervisorFailure calling(String what, CallFailed failed) {
    return switch (failed.code()) {
      case ErrorNumber.OPERATION_DENIED,
          ErrorNumber.AUTH_FAILED,
          ErrorNumber.AUTH_CANCELLED,
          ErrorNumber.ACCESS_DENIED,
          ErrorNumber.AUTH_UNAVAILABLE ->
          denied(what, failed);
      case ErrorNumber.NO_SUPPORT, ErrorNumber.OPERATION_UNSUPPORTED ->
          new Unsupported(what, failed.said());
      default -> new Refused(what, failed.code(), failed.said());
    };
  }

  /// The ssh transport passes on what ssh printed, inside a system error.
  private static boolean forbidden(CallFailed failed) {
    return failed.errno() == EACCES || failed.said().contains("Permission denied");
  }

  private static Denied denied(String what, CallFailed failed) {
    return new Denied(what, failed.said() + hint(failed));
  }

  private static String hint(CallFailed failed) {
    return switch (failed.code()) {
      case ErrorNumber.OPERATION_DENIED -> ". Connect for writing, not read-only.";
      case ErrorNumber.ACCESS_DENIED ->
          ". The host's access rules for libvirt (polkit) do not grant this to you.";
      case ErrorNumber.AUTH_CANCELLED -> ". The question for a password was cancelled.";
      case ErrorNumber.SYSTEM_ERROR, ErrorNumber.AUTH_UNAVAILABLE, ErrorNumber.AUTH_FAILED ->
          failed.said().contains("publickey")
              ? ". ssh has no key that this host accepts: load one into the ssh agent."
              : ". On that host, join the group libvirt (usermod -aG libvirt NAME, then log in again) or let"
                  + " polkit allow org.libvirt.unix.manage.";
      default -> "";
    };
  }
}
