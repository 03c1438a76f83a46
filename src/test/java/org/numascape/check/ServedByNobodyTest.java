package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.Controller;
import org.numascape.domain.ThreadScheduler;
import org.numascape.topology.CpuSet;

final class ServedByNobodyTest {

  @Test
  void aDiskOfAMissingIoThreadIsRefused() {
    var design =
        Designs.of(Hosts.oneNode(), Guests.domain("a").ioThread().disk("vda", "virtio", 1, 3));

    var problem = Findings.only(design, "E-08");

    assertThat(problem.message())
        .isEqualTo("disk vda is for I/O thread 3, which the guest has not got");
    assertThat(Findings.labels(problem)).containsExactly("Give a the I/O threads");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void soIsAControllerAndAClassOfOne() {
    var controller =
        new Controller(
            "scsi",
            OptionalInt.of(0),
            "virtio-scsi",
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(2));
    var scheduler = new ThreadScheduler(CpuSet.of(4), "fifo", OptionalInt.of(1));
    var design =
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a")
                .with(domain ->
                    domain
                        .withHardware(domain.hardware().withControllers(List.of(controller)))
                        .withCpuTune(
                            domain
                                .cpuTune()
                                .withSchedulers(List.of(), List.of(scheduler), Optional.empty()))));

    var problem = Findings.only(design, "E-08");

    assertThat(problem.message())
        .isEqualTo(
            "scsi controller 0, scheduling class fifo are for I/O thread 2,4, which the guest"
                + " has not got");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void ioThreadsThatAreThereMayServe() {
    Findings.none(
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a").ioThread().ioThread().disk("vda", "virtio", 1, 2),
            Guests.domain("b").disk("vda", "virtio")),
        "E-08");
  }
}
