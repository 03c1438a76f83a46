package org.numascape.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.hypervisor.HypervisorFailure.Denied;
import org.numascape.hypervisor.HypervisorFailure.Refused;
import org.numascape.hypervisor.HypervisorFailure.Unreachable;
import org.numascape.hypervisor.HypervisorFailure.Unsupported;

final class FailuresTest {

  private static final String SYSTEM = "qemu:///system";

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 38, 85, 98})
  void aHostThatDoesNotOpenIsUnreachable(int code) {
    assertThat(Failures.opening(SYSTEM, new CallFailed(code, "no route", 113)))
        .isEqualTo(new Unreachable(SYSTEM, "no route"));
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 94})
  void aLockedDoorComesWithTheKey(int code) {
    var failure = Failures.opening(SYSTEM, new CallFailed(code, "authentication unavailable", 0));

    assertThat(failure).isInstanceOf(Denied.class);
    assertThat(failure.sentence()).contains("group libvirt").contains("polkit");
  }

  @Test
  void aSocketOfOthersIsALockedDoorToo() {
    var failure = Failures.opening(SYSTEM, new CallFailed(38, "verweigert", 13));

    assertThat(failure).isInstanceOf(Denied.class);
    assertThat(failure.sentence()).contains("group libvirt");
  }

  @Test
  void sshWithoutAKeyIsToldApartFromSsHWithoutARoute() {
    String said = "end of file: root@host: Permission denied (publickey,password).";

    var failure = Failures.opening("qemu+ssh://root@host/system", new CallFailed(38, said, 5));

    assertThat(failure).isInstanceOf(Denied.class);
    assertThat(failure.sentence()).contains("ssh agent").doesNotContain("group libvirt");
  }

  @ParameterizedTest
  @ValueSource(ints = {29, 45, 79, 88, 94})
  void whatIsForbiddenIsDenied(int code) {
    assertThat(Failures.calling("define x", new CallFailed(code, "no", 0)))
        .isInstanceOf(Denied.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 84})
  void whatTheDriverLacksIsUnsupported(int code) {
    assertThat(Failures.calling("define x", new CallFailed(code, "no", 0)))
        .isEqualTo(new Unsupported("define x", "no"));
  }

  @Test
  void everythingElseKeepsItsNumber() {
    assertThat(Failures.calling("define x", new CallFailed(67, "no", 0)))
        .isEqualTo(new Refused("define x", 67, "no"));
  }

  @Test
  void aFunctionThatAnOldLibraryLacksIsUnsupported() {
    var failed = CallFailed.from(new UnsatisfiedLinkError("Error looking up function 'virNew'"));

    assertThat(Failures.calling("do it", failed).sentence()).contains("too old").contains("virNew");
  }

  @Test
  void anAnswerOfNothingIsStillASentence() {
    var failed = CallFailed.from(new NullPointerException());

    assertThat(Failures.calling("do it", failed).sentence())
        .isEqualTo("The host refused to do it: libvirt gave neither an answer nor a reason");
  }
}
