package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.format.sysfs.Trees.CPU;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Misc;

final class FactsTest {

  @Test
  void coresAlikeHaveNoKinds() throws Exception {
    var tree = Trees.twoNodes();
    for (int cpu = 0; cpu < 8; cpu++) {
      tree.file(CPU + cpu + "/cpufreq/cpuinfo_max_freq", cpu == 0 ? "4200000" : "4000000");
    }

    assertThat(Trees.host(tree).facts().cpuKinds()).isEmpty();
  }

  @Test
  void kindsThatTheKernelNamesAreTheKindsAndTheEfficientComeFirst() throws Exception {
    var tree = Trees.twoNodes();
    tree.file("sys/devices/cpu_core/cpus", "0-3").file("sys/devices/cpu_atom/cpus", "4-7");
    for (int cpu = 0; cpu < 8; cpu++) {
      tree.file(CPU + cpu + "/cpufreq/cpuinfo_max_freq", cpu < 4 ? "5200000" : "3900000");
    }

    assertThat(Trees.host(tree).facts().cpuKinds())
        .containsExactly(
            new CpuKind(
                CpuSet.range(4, 7), Map.of("CoreType", "IntelAtom", "FrequencyMaxMHz", "3900")),
            new CpuKind(
                CpuSet.range(0, 3), Map.of("CoreType", "IntelCore", "FrequencyMaxMHz", "5200")));
  }

  @Test
  void armCoresAreOfOneKindByPartHoweverTheirCapacitiesDiffer() throws Exception {
    var tree = Trees.twoNodes();
    for (int cpu = 0; cpu < 8; cpu++) {
      tree.file(
          CPU + cpu + "/regs/identification/midr_el1",
          cpu % 2 == 0 ? "0x00000000410fd850" : "0x00000000410fd870");
      tree.file(
          CPU + cpu + "/cpu_capacity", Integer.toString(cpu % 2 == 0 ? 1_000 + cpu : 700 + cpu));
    }

    assertThat(Trees.host(tree).facts().cpuKinds())
        .containsExactly(
            new CpuKind(CpuSet.of(1, 3, 5, 7), Map.of("CPUPart", "0xd87", "LinuxCapacity", "701")),
            new CpuKind(
                CpuSet.of(0, 2, 4, 6), Map.of("CPUPart", "0xd85", "LinuxCapacity", "1000")));
  }

  @Test
  void frequenciesFarApartAreKinds() throws Exception {
    var tree = Trees.twoNodes();
    for (int cpu = 0; cpu < 8; cpu++) {
      tree.file(
          CPU + cpu + "/cpufreq/cpuinfo_max_freq",
          Integer.toString((cpu < 4 ? 3_000_000 : 4_500_000) + cpu * 10_000));
    }

    assertThat(Trees.host(tree).facts().cpuKinds())
        .extracting(CpuKind::cpus)
        .containsExactly(CpuSet.range(0, 3), CpuSet.range(4, 7));
  }

  @Test
  void theMachineIsCalledByItsHostNameAndNeverTellsSerials() throws Exception {
    var tree = Trees.twoNodes();
    tree.file("proc/hwloc-nofile-info", "OSName: Linux\nHostName: rack7\nArchitecture: x86_64");
    tree.file("sys/class/dmi/id/sys_vendor", "ACME");
    tree.file("sys/class/dmi/id/product_name", "Rocket 9");
    tree.file("sys/class/dmi/id/product_serial", "SECRET-1");
    tree.file("sys/class/dmi/id/product_uuid", "SECRET-2");
    tree.file("sys/class/dmi/id/chassis_asset_tag", "SECRET-3");
    tree.file("sys/class/dmi/id/board_name", "To be filled by O.E.M.");

    var host = Trees.host(tree);

    assertThat(host.machine().name()).isEqualTo("rack7");
    assertThat(host.facts().infos(host.machine().id()))
        .containsEntry("DMIProductName", "Rocket 9")
        .doesNotContainKey("DMIBoardName");
    assertThat(host.facts().infos().toString()).doesNotContain("SECRET");
  }

  @Test
  void aMachineWithoutHostNameIsCalledByItsMaker() throws Exception {
    var tree = Trees.twoNodes();
    tree.file("sys/class/dmi/id/sys_vendor", "ACME")
        .file("sys/class/dmi/id/product_name", "Rocket 9");

    assertThat(Trees.host(tree).machine().name()).isEqualTo("ACME Rocket 9");
  }

  @Test
  void cachesThatResctrlDividesSayHow() throws Exception {
    var tree = Trees.twoNodes();
    for (int cpu = 0; cpu < 8; cpu++) {
      tree.file(CPU + cpu + "/cache/index3/id", cpu < 4 ? "0" : "1");
    }
    tree.file("sys/fs/resctrl/info/L3CODE/cbm_mask", "ffff");
    tree.file("sys/fs/resctrl/info/L3CODE/min_cbm_bits", "2");
    tree.file("sys/fs/resctrl/info/L3CODE/num_closids", "8");

    var banks = Trees.host(tree).facts().cacheBanks();

    var control = new CacheBank.Control(CacheType.INSTRUCTION, 512, 1_024, 8);
    assertThat(banks)
        .containsExactly(
            new CacheBank(0, 3, CacheType.UNIFIED, 8_192, CpuSet.range(0, 3), List.of(control)),
            new CacheBank(1, 3, CacheType.UNIFIED, 8_192, CpuSet.range(4, 7), List.of(control)));
  }

  @Test
  void memoryModulesAreToldWithoutTheirSerialNumbers() throws Exception {
    byte[] raw = new byte[0x28 + 40];
    raw[0] = 17;
    raw[1] = 0x28;
    raw[0x0d] = 0x40;
    raw[0x10] = 1;
    raw[0x17] = 2;
    raw[0x18] = 3;
    raw[0x1a] = 4;
    byte[] texts =
        "DIMM_A1\0Hynix\0SECRET\0HMA84GR7\0\0"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    System.arraycopy(texts, 0, raw, 0x28, texts.length);
    var tree = Trees.twoNodes().file("sys/firmware/dmi/entries/17-0/raw", raw);

    var host = Trees.host(tree);

    var module = host.all(Misc.class).getFirst();
    assertThat(module.name()).isEqualTo("DIMM_A1");
    assertThat(host.facts().infos(module.id()))
        .containsEntry("Vendor", "Hynix")
        .containsEntry("PartNumber", "HMA84GR7")
        .containsEntry("Size", "16777216KiB")
        .doesNotContainValue("SECRET");
  }
}
