package org.numascape.format.text;

import java.util.EnumMap;
import java.util.Map;

/// One small host as each tool tells it: two packages of two cores with two threads, two nodes, CPU
/// 7 switched off. By hand, after lscpu 2.33 to 2.38, numactl 2.0, virsh 9.0 and the kernel's
/// documentation.
public interface SmallHost {

  /// `lscpu -e`
  String LSCPU_TABLE =
      """
      CPU NODE SOCKET CORE L1d:L1i:L2:L3 ONLINE
        0    0      0    0 0:0:0:0          yes
        1    0      0    1 1:1:1:0          yes
        2    1      1    2 2:2:2:1          yes
        3    1      1    3 3:3:3:1          yes
        4    0      0    0 0:0:0:0          yes
        5    0      0    1 1:1:1:0          yes
        6    1      1    2 2:2:2:1          yes
        7    -      -    - -                 no
      """;

  /// `lscpu -e -J`
  String LSCPU_TABLE_JSON =
      """
      {
         "cpus": [
            {"cpu": 0, "node": 0, "socket": 0, "core": 0, "l1d:l1i:l2:l3": "0:0:0:0", "online": true},
            {"cpu": 1, "node": 0, "socket": 0, "core": 1, "l1d:l1i:l2:l3": "1:1:1:0", "online": true},
            {"cpu": 2, "node": 1, "socket": 1, "core": 2, "l1d:l1i:l2:l3": "2:2:2:1", "online": true},
            {"cpu": 3, "node": 1, "socket": 1, "core": 3, "l1d:l1i:l2:l3": "3:3:3:1", "online": true},
            {"cpu": 4, "node": 0, "socket": 0, "core": 0, "l1d:l1i:l2:l3": "0:0:0:0", "online": true},
            {"cpu": 5, "node": 0, "socket": 0, "core": 1, "l1d:l1i:l2:l3": "1:1:1:0", "online": true},
            {"cpu": 6, "node": 1, "socket": 1, "core": 2, "l1d:l1i:l2:l3": "2:2:2:1", "online": true},
            {"cpu": 7, "node": null, "socket": null, "core": null, "l1d:l1i:l2:l3": "-", "online": false}
         ]
      }
      """;

  /// `lscpu -p`, which lists what is on only
  String LSCPU_PARSABLE =
      """
      # The following is the parsable format, which can be fed to other
      # programs. Each different item in every column has an unique ID
      # starting usually from zero.
      # CPU,Core,Socket,Node,,L1d,L1i,L2,L3
      0,0,0,0,,0,0,0,0
      1,1,0,0,,1,1,1,0
      2,2,1,1,,2,2,2,1
      3,3,1,1,,3,3,3,1
      4,0,0,0,,0,0,0,0
      5,1,0,0,,1,1,1,0
      6,2,1,1,,2,2,2,1
      """;

  /// `lscpu`
  String LSCPU =
      """
      Architecture:            x86_64
        CPU op-mode(s):        32-bit, 64-bit
      CPU(s):                  8
        On-line CPU(s) list:   0-6
        Off-line CPU(s) list:  7
      Vendor ID:               GenuineIntel
        Model name:            Intel(R) Xeon(R) Example
          Thread(s) per core:  2
          Core(s) per socket:  2
          Socket(s):           2
      Caches (sum of all):
        L1d:                   192 KiB (4 instances)
        L1i:                   128 KiB (4 instances)
        L2:                    5 MiB (4 instances)
        L3:                    16 MiB (2 instances)
      NUMA:
        NUMA node(s):          2
        NUMA node0 CPU(s):     0,1,4,5
        NUMA node1 CPU(s):     2,3,6
      Vulnerabilities:
        Meltdown:              Not affected
      """;

  /// `lscpu -J`
  String LSCPU_JSON =
      """
      {
         "lscpu": [
            {"field": "Architecture:", "data": "x86_64", "children": [
               {"field": "CPU op-mode(s):", "data": "32-bit, 64-bit"}]},
            {"field": "CPU(s):", "data": "8", "children": [
               {"field": "On-line CPU(s) list:", "data": "0-6"},
               {"field": "Off-line CPU(s) list:", "data": "7"}]},
            {"field": "Vendor ID:", "data": "GenuineIntel", "children": [
               {"field": "Model name:", "data": "Intel(R) Xeon(R) Example", "children": [
                  {"field": "Thread(s) per core:", "data": "2"},
                  {"field": "Core(s) per socket:", "data": "2"},
                  {"field": "Socket(s):", "data": "2"}]}]},
            {"field": "Caches (sum of all):", "data": null, "children": [
               {"field": "L1d:", "data": "192 KiB (4 instances)"},
               {"field": "L1i:", "data": "128 KiB (4 instances)"},
               {"field": "L2:", "data": "5 MiB (4 instances)"},
               {"field": "L3:", "data": "16 MiB (2 instances)"}]},
            {"field": "NUMA:", "data": null, "children": [
               {"field": "NUMA node(s):", "data": "2"},
               {"field": "NUMA node0 CPU(s):", "data": "0,1,4,5"},
               {"field": "NUMA node1 CPU(s):", "data": "2,3,6"}]}
         ]
      }
      """;

  /// `lscpu -C`
  String LSCPU_CACHES =
      """
      NAME ONE-SIZE ALL-SIZE WAYS TYPE        LEVEL  SETS PHY-LINE COHERENCY-SIZE
      L1d       48K     192K   12 Data            1    64        1             64
      L1i       32K     128K    8 Instruction     1    64        1             64
      L2       1.3M       5M   20 Unified         2  1024        1             64
      L3         8M      16M   16 Unified         3  8192        1             64
      """;

  /// `lscpu -C -J`
  String LSCPU_CACHES_JSON =
      """
      {
         "caches": [
            {"name": "L1d", "one-size": "48K", "all-size": "192K", "level": 1},
            {"name": "L1i", "one-size": "32K", "all-size": "128K", "level": 1},
            {"name": "L3", "one-size": "8M", "all-size": "16M", "level": 3}
         ]
      }
      """;

  /// `numactl -H`
  String NUMACTL =
      """
      available: 2 nodes (0-1)
      node 0 cpus: 0 1 4 5
      node 0 size: 7961 MB
      node 0 free: 512 MB
      node 1 cpus: 2 3 6
      node 1 size: 8062 MB
      node 1 free: 4000 MB
      node distances:
      node   0   1
        0:  10  21
        1:  21  10
      """;

  /// `grep . /sys/devices/system/node/node*/hugepages/*/*`
  String HUGE_PAGES =
      """
      /sys/devices/system/node/node0/hugepages/hugepages-2048kB/free_hugepages:100
      /sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages:128
      /sys/devices/system/node/node0/hugepages/hugepages-2048kB/surplus_hugepages:0
      /sys/devices/system/node/node1/hugepages/hugepages-2048kB/free_hugepages:0
      /sys/devices/system/node/node1/hugepages/hugepages-2048kB/nr_hugepages:0
      /sys/devices/system/node/node1/hugepages/hugepages-2048kB/surplus_hugepages:0
      """;

  /// `virsh freepages --all`
  String FREE_PAGES =
      """
      Node 0:
      4KiB: 131072
      2048KiB: 100

      Node 1:
      4KiB: 1024000
      2048KiB: 0

      """;

  /// `virsh freecell --all`
  String FREE_CELL =
      """
          0:     524288 KiB
          1:    4096000 KiB
      --------------------
      Total:    4620288 KiB
      """;

  /// `cat /sys/devices/system/node/node*/meminfo /proc/meminfo`
  String MEMINFO =
      """
      Node 0 MemTotal:        8152500 kB
      Node 0 MemFree:          524288 kB
      Node 0 HugePages_Total:     128
      Node 0 HugePages_Free:      100
      Node 0 HugePages_Surp:        0
      Node 1 MemTotal:        8255900 kB
      Node 1 MemFree:         4096000 kB
      Node 1 HugePages_Total:       0
      Node 1 HugePages_Free:        0
      Node 1 HugePages_Surp:        0
      MemTotal:       16408400 kB
      MemFree:         4620288 kB
      HugePages_Total:     128
      HugePages_Free:      100
      HugePages_Rsvd:        0
      HugePages_Surp:        0
      Hugepagesize:       2048 kB
      """;

  /// `virsh nodeinfo`, which is wrong on a host with a CPU off
  String NODE_INFO =
      """
      CPU model:           x86_64
      CPU(s):              7
      CPU frequency:       2800 MHz
      CPU socket(s):       1
      Core(s) per socket:  7
      Thread(s) per core:  1
      NUMA cell(s):        1
      Memory size:         16408400 KiB
      """;

  /// `virsh capabilities`
  String CAPABILITIES =
      """
      <capabilities>
        <host>
          <cpu><arch>x86_64</arch><model>Icelake-Server</model></cpu>
          <topology>
            <cells num='2'>
              <cell id='0'>
                <memory unit='KiB'>8152500</memory>
                <pages unit='KiB' size='4'>1972589</pages>
                <pages unit='KiB' size='2048'>128</pages>
                <distances><sibling id='0' value='10'/><sibling id='1' value='21'/></distances>
                <cpus num='4'>
                  <cpu id='0' socket_id='0' die_id='0' core_id='0' siblings='0,4'/>
                  <cpu id='1' socket_id='0' die_id='0' core_id='1' siblings='1,5'/>
                  <cpu id='4' socket_id='0' die_id='0' core_id='0' siblings='0,4'/>
                  <cpu id='5' socket_id='0' die_id='0' core_id='1' siblings='1,5'/>
                </cpus>
              </cell>
              <cell id='1'>
                <memory unit='KiB'>8255900</memory>
                <pages unit='KiB' size='4'>2063975</pages>
                <pages unit='KiB' size='2048'>0</pages>
                <distances><sibling id='0' value='21'/><sibling id='1' value='10'/></distances>
                <cpus num='3'>
                  <cpu id='2' socket_id='1' die_id='0' core_id='0' siblings='2,6'/>
                  <cpu id='3' socket_id='1' die_id='0' core_id='1' siblings='3'/>
                  <cpu id='6' socket_id='1' die_id='0' core_id='0' siblings='2,6'/>
                </cpus>
              </cell>
            </cells>
          </topology>
        </host>
      </capabilities>
      """;

  /// `virsh nodedev-dumpxml pci_0000_41_00_0`
  String NODE_DEVICE =
      """
      <device>
        <name>pci_0000_41_00_0</name>
        <parent>computer</parent>
        <capability type='pci'>
          <class>0x020000</class>
          <domain>0</domain><bus>65</bus><slot>0</slot><function>0</function>
          <product id='0x1017'>MT27800 Family [ConnectX-5]</product>
          <vendor id='0x15b3'>Mellanox Technologies</vendor>
          <iommuGroup number='17'><address domain='0x0000' bus='0x41' slot='0x00' function='0x0'/></iommuGroup>
          <numa node='1'/>
        </capability>
      </device>
      """;

  /// All of them but lstopo's XML, in the order of the tools.
  static Map<Tool, String> outputs() {
    var outputs = new EnumMap<Tool, String>(Tool.class);
    outputs.put(Tool.CAPABILITIES, CAPABILITIES);
    outputs.put(Tool.NODE_DEVICE, NODE_DEVICE);
    outputs.put(Tool.LSCPU_TABLE, LSCPU_TABLE);
    outputs.put(Tool.LSCPU_TABLE_JSON, LSCPU_TABLE_JSON);
    outputs.put(Tool.LSCPU_PARSABLE, LSCPU_PARSABLE);
    outputs.put(Tool.LSCPU_CACHES, LSCPU_CACHES);
    outputs.put(Tool.LSCPU_CACHES_JSON, LSCPU_CACHES_JSON);
    outputs.put(Tool.NUMACTL, NUMACTL);
    outputs.put(Tool.LSCPU, LSCPU);
    outputs.put(Tool.LSCPU_JSON, LSCPU_JSON);
    outputs.put(Tool.HUGE_PAGES, HUGE_PAGES);
    outputs.put(Tool.FREE_PAGES, FREE_PAGES);
    outputs.put(Tool.FREE_CELL, FREE_CELL);
    outputs.put(Tool.MEMINFO, MEMINFO);
    outputs.put(Tool.NODE_INFO, NODE_INFO);
    return outputs;
  }
}
