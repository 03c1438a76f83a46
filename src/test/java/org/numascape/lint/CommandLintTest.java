package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLintTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hugepagesz=1G hugepages=0:8,1:8 hugepagesz=2M hugepages=512 default_hugepagesz=2M",
        "quiet hugepages=512",
        "hugepages=512 hugepagesz=1G hugepages=4",
        "default_hugepagesz=1G hugepages=8",
        "GRUB_CMDLINE_LINUX=\"hugepagesz=1G hugepages=8\"",
        "hugepagesz=2M hugepages=512 hugepagesz=1G",
      })
  void sizesBeforeTheirCountsHaveNoFinding(String text) {
    assertThat(Linted.of(TextKind.KERNEL, text).codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ro hugepages=8 hugepagesz=1G quiet; ro hugepagesz=1G hugepages=8 quiet",
        "GRUB_CMDLINE_LINUX=\"ro hugepages=8 hugepagesz=1G\";"
            + " GRUB_CMDLINE_LINUX=\"ro hugepagesz=1G hugepages=8\"",
        "grubby --args='hugepages=8 hugepagesz=1G';  grubby --args='hugepagesz=1G hugepages=8'",
        "hugepages=8 hugepagesz=1G hugepagesz=2M hugepages=512;"
            + " hugepagesz=1G hugepages=8 hugepagesz=2M hugepages=512"
      })
  void aCountBeforeItsSizeIsPutBehindIt(String wrong, String right) {
    var linted = Linted.of(TextKind.KERNEL, wrong);

    assertThat(linted.only("I-19").message())
        .contains("8 pages of its default size", "Write hugepagesz=1G");
    assertThat(linted.correctedOf("I-19")).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numastat -p 1234",
        "numastat | grep numa_miss",
        "numastat -c qemu-system-x86 | grep Total",
        "virsh numatune db",
        "virsh -c qemu:///system dominfo numastat",
        "taskset -acp $(pidof qemu-system-x86_64)",
        "taskset -cp 4 $VCPU_TID",
        "taskset -cp 4 31337",
        "taskset -c 0-3 qemu-img convert a b",
        "perf stat -a sleep 10",
        "perf stat -p 1234 sleep 10",
        "echo 'virsh numastat is no command'",
        "# virsh numastat db",
        "cat /proc/1/numa_maps | grep numa_miss"
      })
  void commandsThatDoWhatTheySayHaveNoFinding(String text) {
    assertThat(Linted.of(TextKind.SHELL, text).codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "virsh numastat db; numastat -p \"$(cat /run/libvirt/qemu/db.pid)\"",
        "$ sudo virsh -c qemu:///system numastat db; $ sudo numastat -p \"$(cat /run/libvirt/qemu/db.pid)\"",
        "numastat -c qemu-system-x86 | grep numa_miss; numastat | grep numa_miss",
        "watch -n 1 numastat -p 12 | grep -E 'numa_miss|numa_foreign'; watch -n 1 numastat | grep -E 'numa_miss|numa_foreign'",
        "perf stat -e cycles -p 1234 -a sleep 10; perf stat -e cycles -p 1234 sleep 10",
        "sudo taskset -cp $(pidof qemu-kvm); sudo taskset -acp $(pidof qemu-kvm)",
        "taskset --pid $QEMU_PID; taskset --all-tasks --pid $QEMU_PID"
      })
  void commandsThatMisleadAreReplaced(String wrong, String right) {
    var linted = Linted.of(TextKind.SHELL, wrong);

    assertThat(linted.only("I-20").severity()).isEqualTo(org.numascape.check.Severity.INFO);
    assertThat(linted.correctedOf("I-20")).isEqualTo(right);
  }
}
