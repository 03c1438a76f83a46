package org.numascape;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PageSize;

/// Designs for tests.
public final class Designs {

  private Designs() {}

  /// A design of these guests on a host, nothing reserved.
  public static Design of(HostTopology host, Guests... guests) {
    return Design.of(
        "test",
        host,
        new HostSource.Sample(host.machine().name()),
        Stream.of(guests).map(Guests::guest).toList());
  }

  /// The design of the main picture: four guests on `Hosts.fourNodes()`, CPUs 0-1,32-33 kept for
  /// the host.
  ///
  /// build-ci runs on node 1 and has its memory on node 2; large-vm is 4,096 pages of 2 MiB short
  /// on node 2; the emulators of db-server and build-ci float.
  public static Design pictured() {
    var db =
        Guests.domain("db-server")
            .vcpus(8)
            .topology(1, 4, 2)
            .memoryGib(32)
            .hugePages(PageSize.ONE_GIB)
            .strict("0")
            .pinnedTo("2,34,3,35,4,36,5,37")
            .ioThread("0-1,32-33")
            .ioThread("0-1,32-33")
            .device("0000:41:00.0")
            .running()
            .colour(0);
    var rt =
        Guests.domain("rt-app")
            .vcpus(4)
            .topology(1, 4, 1)
            .memoryGib(16)
            .hugePages(PageSize.ONE_GIB)
            .strict("1")
            .pinnedTo("9,10,11,12")
            .fifo()
            .emulator("8,40")
            .running()
            .colour(1);
    var large =
        Guests.domain("large-vm")
            .vcpus(16)
            .topology(2, 4, 2)
            .cell("0-7", 32)
            .cell("8-15", 32)
            .hugePages(PageSize.TWO_MIB)
            .strict("2-3")
            .memnode(0, "2")
            .memnode(1, "3")
            .pinnedTo("16,48,17,49,18,50,19,51,24,56,25,57,26,58,27,59")
            .emulator("20,52")
            .colour(2);
    var build =
        Guests.domain("build-ci")
            .vcpus(6)
            .topology(1, 3, 2)
            .memoryGib(24)
            .memory(MemoryMode.PREFERRED, "2")
            .pinnedTo("13,45,14,46,15,47")
            .running()
            .colour(3);
    return Design.of(
            "kvm-07 autumn",
            Hosts.fourNodes(),
            new HostSource.Connection("qemu+ssh://root@kvm-07/system"),
            List.of(db.guest(), rt.guest(), large.guest(), build.guest()))
        .withReserved(CpuSet.parse("0-1,32-33"));
  }
}
