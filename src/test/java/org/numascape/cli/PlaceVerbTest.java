package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceVerbTest {
  private static final String DOMAIN =
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <!-- hand-made -->
      <domain type='kvm'>
        <name>größe</name>
        <memory unit='GiB'>8</memory>
        <vcpu placement='static'>4</vcpu>
        <iothreads>1</iothreads>
        <cpu>
          <numa>
            <cell id='0' cpus='0-1' memory='4' unit='GiB'/>
            <cell id='1' cpus='2-3' memory='4' unit='GiB'/>
          </numa>
        </cpu>
      </domain>\
      """;

  @TempDir private Path folder;

  @Test
  void withoutOptionsEveryByteStays() throws IOException {
    for (String text :
        new String[] {DOMAIN, DOMAIN + "\n\n", DOMAIN.replace("\n", "\r\n"), "\uFEFF" + DOMAIN}) {
      var file = Files.writeString(folder.resolve("in.xml"), text);
      var out = folder.resolve("out.xml");

      var run = Run.of("place", file.toString(), "-o", out.toString());

      assertThat(run).isEqualTo(new Run(0, "", ""));
      assertThat(out).hasBinaryContent(Files.readAllBytes(file));
    }
  }

  @Test
  void withoutOptionsTheEncodingStays() throws IOException {
    byte[] latin = DOMAIN.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1);
    var file = Files.write(folder.resolve("in.xml"), latin);
    var out = folder.resolve("out.xml");

    Run.of("place", file.toString(), "-o", out.toString());

    assertThat(out).hasBinaryContent(latin);
  }

  @Test
  void withoutAnOutputTheResultIsOnStandardOutput() throws IOException {
    assertThat(Run.of("place", domain())).isEqualTo(new Run(0, DOMAIN, ""));
  }

  @Test
  void pinsAndBindingsAreWritten() throws IOException {
    var run =
        Run.of(
            "place",
            domain(),
            "--vcpupin",
            "0=2,34",
            "--vcpupin",
            "1-3=4-5",
            "--emulatorpin",
            "0-1",
            "--iothreadpin",
            "1=3",
            "--cell",
            "0=node:1",
            "--cell",
            "1=node:0",
            "--memory-mode",
            "preferred",
            "--pages",
            "1G");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("<vcpupin vcpu='0' cpuset='2,34'/>")
        .contains("<vcpupin vcpu='3' cpuset='4-5'/>")
        .contains("<emulatorpin cpuset='0-1'/>")
        .contains("<iothreadpin iothread='1' cpuset='3'/>")
        .contains("<memnode cellid='0' mode='preferred' nodeset='1'/>")
        .contains("<memnode cellid='1' mode='preferred' nodeset='0'/>")
        .contains("<page size='1048576' unit='KiB'")
        .contains("<!-- hand-made -->")
        .contains("größe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--vcpupin|4=1|größe has no vCPU 4; its vCPUs are 0 to 3",
        "--vcpupin|0|such as 0=2,34",
        "--vcpupin|0=a|\"a\" is no number in \"a\"",
        "--vcpupin|0=|\"\" names nothing",
        "--emulatorpin|5-1|runs backwards",
        "--iothreadpin|2=1|größe has no I/O thread 2",
        "--cell|2=node:0|größe has no guest cell 2",
        "--cell|0=1|write the host nodes as node:1",
        "--memory-mode|loose|the modes are strict, preferred, interleave and restrictive",
        "--memory-mode|strict|is bound to no node",
        "--pages|3M|3072 KiB",
        "--pages|big|write 2M, 1G or normal"
      })
  void aWrongOptionIsNamedWithWhatWouldBeRight(String line) throws IOException {
    String[] parts = line.split("\\|", -1);

    var run = Run.of("place", domain(), parts[0] + "=" + parts[1]);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(parts[0] + " " + parts[1]).contains(parts[2]);
  }

  @Test
  void countsCellsMemoryAndThreadsAreWritten() throws IOException {
    var run =
        Run.of(
            "place",
            domain(),
            "--vcpus=4/8",
            "--topology=2:2:2",
            "--cells=0-3=4G;4-7=8G",
            "--distances=10,21/21,10",
            "--cell-pages=0=1G",
            "--cell-pages=*=2M",
            "--locked=yes",
            "--source=memfd",
            "--access=shared",
            "--allocation=immediate/4",
            "--hard-limit=16G",
            "--add-iothread=2",
            "--iothread-pool=2=0-16",
            "--vcpusched=0-7=fifo:1",
            "--emulatorsched=batch",
            "--shares=2048",
            "--quota=vcpu=50000/100000",
            "--cpu=host-passthrough",
            "--cpu-cache=passthrough",
            "--add-memory=dimm,size=1G,cell=1,nodes=0-1,pages=2M",
            "--pmu=off",
            "--name=new");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("<name>new</name>")
        .contains("<vcpu placement='static' current='4'>8</vcpu>")
        .contains("<cell id='1' cpus='4-7' memory='8' unit='GiB'>")
        .contains("<sibling id='1' value='21'/>")
        .contains("<memory unit='GiB'>13</memory>")
        .contains("<page size='1048576' unit='KiB' nodeset='0'/>")
        .contains("<locked/>")
        .contains("<allocation mode='immediate' threads='4'/>")
        .contains("<iothread id='2' thread_pool_min='0' thread_pool_max='16'/>")
        .contains("<vcpusched vcpus='0-7' scheduler='fifo' priority='1'/>")
        .contains("<cpu mode='host-passthrough'>")
        .contains("<topology sockets='2' cores='2' threads='2'/>")
        .contains("<nodemask>0-1</nodemask>")
        .contains("<pmu state='off'/>")
        .contains("<!-- hand-made -->");
  }

  @Test
  void cachesLinksControllersAndHostDevicesAreWritten() throws IOException {
    String xml =
        DOMAIN.replace(
            "</domain>",
            "<devices><controller type='scsi' index='0' model='virtio-scsi'/>"
                + "<hostdev mode='subsystem' type='pci' managed='yes'><source><address"
                + " domain='0x0000' bus='0x3b' slot='0x00' function='0x0'/></source></hostdev>"
                + "</devices></domain>");
    var file = Files.writeString(folder.resolve("in.xml"), xml);

    var run =
        Run.of(
            "place",
            file.toString(),
            "--cell-cache=0=1,64M,64,direct,writeback",
            "--interconnect=0-1=latency,access,120",
            "--interconnect=0-0:1=bandwidth,read,40G",
            "--scsi=0=1",
            "--cachetune=0-1=L3.0:4M,L3.1:4M;2=L3.0.data:1M",
            "--memorytune=0-1=0:60",
            "--device=41:00.0,managed=no,driver=vfio,at=02:00.0",
            "--device=3b:00.0,managed=no");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("<cache level='1' associativity='direct' policy='writeback'>")
        .contains("<latency initiator='0' target='1' type='access' value='120'/>")
        .contains("<bandwidth initiator='0' target='0' cache='1' type='read' value='41943040'")
        .contains("<controller type='scsi' index='0' model='virtio-scsi'><driver iothread='1'/>")
        .contains("<hostdev mode='subsystem' type='pci' managed='no'><driver name='vfio'/>")
        .contains("<cachetune vcpus='2'>")
        .contains("<cache id='0' level='3' type='data' size='1024' unit='KiB'/>")
        .contains("<node id='0' bandwidth='60'/>")
        .contains("bus='0x41'")
        .doesNotContain("managed='yes'");
    var back = Files.writeString(folder.resolve("out.xml"), run.out());
    assertThat(
            Run.of(
                    "place",
                    back.toString(),
                    "--remove-device=0000:41:00.0",
                    "--device=3b:00.0,managed=yes",
                    "--cell-cache=0=none",
                    "--interconnect=none",
                    "--cachetune=none",
                    "--memorytune=none",
                    "--scsi=0=none")
                .out())
        .doesNotContain("0x41", "<latency", "<cache", "<memorytune", "<driver/>")
        .contains("managed='yes'");
  }

  @Test
  void cellsAreAddedAndRemoved() throws IOException {
    var added = Run.of("place", domain(), "--add-cell=2G");
    var removed = Run.of("place", domain(), "--remove-cell=0");

    assertThat(added.status()).isZero();
    assertThat(added.out()).contains("<cell id='2' memory='2097152'");
    assertThat(removed.status()).isZero();
    assertThat(removed.out()).contains("<cell id='0' cpus='0-3'").doesNotContain("<cell id='1'");
  }

  @Test
  void aPresetKeepsOffWhatIsKeptOfTheHost() throws IOException {
    var free =
        Run.of("place", domain(), "--preset=dedicated", "--host=sample:demonstration", "--node=1");
    var kept =
        Run.of(
            "place",
            domain(),
            "--preset=dedicated",
            "--host=sample:demonstration",
            "--node=1",
            "--keep=spdk=8-11,40-43",
            "--keep-memory=spdk=1:4G",
            "--pool=1=4096*2M",
            "--isolated=12-15");

    assertThat(free.out()).contains("cpuset='8'");
    assertThat(kept.status()).isZero();
    assertThat(kept.out()).contains("<vcpupin vcpu='0'").doesNotContain("cpuset='8'");
  }

  @Test
  void aPresetLooksAtAHost() throws IOException {
    var run =
        Run.of("place", domain(), "--preset=dedicated", "--host=sample:demonstration", "--node=1");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("<vcpupin vcpu='3'").contains("<emulatorpin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--vcpus|5/4|a guest with 5 of 4 vCPUs cannot exist",
        "--topology|2:4:2|makes 16 vCPUs, and größe has 4",
        "--online|1-3|vCPU 0 has to be among them",
        "--cells|0-1=4|an amount of memory needs a unit",
        "--cells|0-9=4G|größe has no vCPU 9",
        "--split|7=2|größe has no guest cell 7",
        "--split|0=1|two parts or more",
        "--cell-memory|0=0M|does not start",
        "--add-cell|0M|does not start",
        "--add-cell|4|needs a unit",
        "--distances|10,5/5,10|it is 10 to itself",
        "--memory|8|needs a unit",
        "--max-memory|8G|how many devices can be plugged in",
        "--source|disk|one of file, anonymous, memfd",
        "--locked|maybe|write yes or no",
        "--disk|vda=1|größe has no disk vda",
        "--vcpusched|0=fifo|it needs a priority",
        "--vcpusched|0=batch:3|batch has no priority",
        "--vcpusched|0=fifo:100|priorities go from 1 to 99",
        "--quota|disk=1|one of vcpu, global, emulator, iothread",
        "--add-memory|dimm,cell=0|it needs a size",
        "--cell-cache|0=1,64M|write level, size, line",
        "--cell-cache|0=4,64M,64,direct,writeback|the level is 1, 2 or 3",
        "--cell-cache|0=1,64M,64,some,writeback|one of none, direct, full",
        "--interconnect|0-1=latency,access|write it as",
        "--interconnect|0-1=speed,access,1|one of latency, bandwidth",
        "--cachetune|0-1=3:4M|is no share of a cache",
        "--cachetune|0-1=L3.0:4M;1=L3.0:4M|vCPUs 1 are in two groups",
        "--memorytune|0=60|is no share of bandwidth",
        "--scsi|3=1|größe has no virtio-scsi controller 3",
        "--device|gpu|as lspci -D does",
        "--device|41:00.0,bus=1|managed=, driver= or at=",
        "--device|41:00.0,at=x|is no PCI address",
        "--remove-device|41:00.0|größe has no host device 0000:41:00.0",
        "--keep|host=0-1|say of which host",
        "--pool|0=4096*2M|say of which host",
        "--add-memory|tape,size=1G|one of dimm, virtio-mem",
        "--preset|dedicated|say on which host",
        "--preset|best|one of dedicated"
      })
  void anEditThatCannotBeIsNamedWithWhatWouldBeRight(String line) throws IOException {
    String[] parts = line.split("\\|", -1);

    var run = Run.of("place", domain(), parts[0] + "=" + parts[1]);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(parts[0]).contains(parts[2]);
  }

  @Test
  void aHostIsNoDomain() throws IOException {
    var file = Files.writeString(folder.resolve("host.xml"), "<topology version='2.0'/>");

    var run = Run.of("place", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "numascape: %s: This describes a host (hwloc topology), not a virtual machine: libvirt domain XML"
                    .formatted(file)
                + " (virsh dumpxml) belongs here.\n");
  }

  private String domain() throws IOException {
    return Files.writeString(folder.resolve("in.xml"), DOMAIN).toString();
  }
}
