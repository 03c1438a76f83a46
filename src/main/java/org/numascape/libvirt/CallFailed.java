package org.numascape.libvirt;

import org.libvirt.LibvirtException;

/// libvirt said no: its `virErrorNumber`, its words, and the system's `errno` where it told one
/// (else 0).
final class CallFailed extends Exception {

  private static final long serialVersionUID = 1;

  private final int code;
  private final String said;
  private final int errno;

  CallFailed(int code, String said, int errno) {
    super(said);
    this.code = code;
    this.said = said;
    this.errno = errno;
  }

  /// What libvirt-java caught. Its enumeration has libvirt's numbers as ordinals (checked up to
  /// 110).
  @SuppressWarnings("EnumOrdinal")
  static CallFailed of(LibvirtException thrown) {
    var error = thrown.getError();
    var failed =
        new CallFailed(error.getCode().ordinal(), plain(error.getMessage()), error.getInt1());
    failed.initCause(thrown);
    return failed;
  }

  /// Whatever a call threw, as a failure of libvirt's: a missing function means an old library.
  static CallFailed from(Throwable thrown) {
    var failed =
        switch (thrown) {
          case CallFailed known -> known;
          case LibvirtException known -> of(known);
          case UnsatisfiedLinkError old ->
              new CallFailed(
                  ErrorNumber.NO_SUPPORT,
                  "this machine's libvirt is too old: " + old.getMessage(),
                  0);
          default ->
              new CallFailed(
                  ErrorNumber.INTERNAL_ERROR, "libvirt gave neither an answer nor a reason", 0);
        };
    if (failed != thrown && failed.getCause() == null) {
      failed.initCause(thrown);
    }
    return failed;
  }

  /// The result of a call of ours, or its failure where it is negative.
  static int checked(NumaCalls calls, int result) throws CallFailed {
    if (result < 0) {
      throw last(calls);
    }
    return result;
  }

  /// The failure of this thread's last call.
  static CallFailed last(NumaCalls calls) {
    return new CallFailed(
        calls.virGetLastErrorCode(), plain(String.valueOf(calls.virGetLastErrorMessage())), 0);
  }

  /// `virErrorNumber`, from `virterror.h`.
  int code() {
    return code;
  }

  /// libvirt's words, in one line.
  String said() {
    return said;
  }

  /// `errno`, or 0.
  int errno() {
    return errno;
  }

  private static String plain(String message) {
    return String.join(" ", message.strip().lines().map(String::strip).toList());
  }
}
