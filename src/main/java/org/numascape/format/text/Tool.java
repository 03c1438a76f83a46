package org.numascape.format.text;

import java.util.regex.Pattern;

/// What prints texts that tell of a host, the one that knows best first: where two tell different
/// things, the earlier one is shown.
///
/// The order: a description of the whole host before tables of single CPUs, these before lists per
/// node, these before sums. `numactl` is the first that tells memory and distances besides the
/// whole-host ones.
public enum Tool {
  /// hwloc's XML.
  HWLOC("lstopo", never(), never(), never()),
  /// libvirt's XML of a host.
  CAPABILITIES("virsh capabilities", never(), never(), never()),
  /// libvirt's XML of a device of a host.
  NODE_DEVICE("virsh nodedev-dumpxml", never(), never(), never()),
  /// A row a CPU, with headings.
  LSCPU_TABLE(
      "lscpu -e",
      line(
          "(?=(?:.*\\s)?CPU(?:\\s|$))(?=(?:.*\\s)?(?:NODE|SOCKET|CORE|ONLINE)(?:\\s|$))[A-Z][A-Za-z0-9:%]*+(?:\\s++[A-Z][A-Za-z0-9:%]*+)*+"),
      line(
          "(?:[-0-9.:]++|yes|no|Y|N|horizontal|vert-[a-z]++|unknown)(?:\\s++(?:[-0-9.:]++|yes|no|Y|N|horizontal|vert-[a-z]++|unknown))*+"),
      never()),
  /// The same as JSON.
  LSCPU_TABLE_JSON("lscpu -e -J", never(), never(), never()),
  /// A row a CPU for programs.
  LSCPU_PARSABLE(
      "lscpu -p",
      line("# ?(?=(?:.*,)?[Cc][Pp][Uu](?:,|$))[A-Za-z0-9:%]++(?:,[A-Za-z0-9:%]*+)++"),
      line("[-0-9A-Za-z.:]*+(?:,[-0-9A-Za-z.:]*+)++"),
      never()),
  /// A row a kind of cache.
  LSCPU_CACHES(
      "lscpu -C",
      line("(?=(?:.*\\s)?NAME(?:\\s|$))(?=.*ONE-SIZE)[A-Z][A-Z-]*+(?:\\s++[A-Z][A-Z-]*+)*+"),
      line("L[1-5][di]?(?:\\s++\\S++)++"),
      never()),
  /// The same as JSON.
  LSCPU_CACHES_JSON("lscpu -C -J", never(), never(), never()),
  /// Nodes with CPUs, memory and distances.
  NUMACTL(
      "numactl -H",
      line("available: \\d++ nodes? \\(.*"),
      line(
          "node \\d++ (?:cpus|size|free):.*|node distances:|node(?:\\s++\\d++)++|\\d++:(?:\\s++\\d++)++|No distance information available\\."),
      line("node \\d++ (?:cpus|size|free):.*|node distances:")),
  /// The summary of the CPUs.
  LSCPU(
      "lscpu",
      line("Architecture:.*"),
      line(
          "(?!node \\d|Node \\d|Mem[A-Z]|HugePages_|\\d++:|https?:)[A-Za-z0-9][^:]{0,70}:(?:\\s.*)?"),
      line(
          "(?:CPU\\(s\\)|On-line CPU\\(s\\) list|Off-line CPU\\(s\\) list|Thread\\(s\\) per core|Core\\(s\\) per (?:socket|cluster)|Socket\\(s\\)|NUMA node\\(s\\)|NUMA node\\d++ CPU\\(s\\)|Model name|L[1-5][di]? cache):.*")),
  /// The same as JSON.
  LSCPU_JSON("lscpu -J", never(), never(), never()),
  /// Files of the kernel with their paths, as `grep . /sys/.../nr_hugepages` prints them.
  HUGE_PAGES("nr_hugepages", never(), hugePages(), hugePages()),
  /// Free pages by node and size.
  FREE_PAGES(
      "virsh freepages",
      never(),
      line("Node \\d++:|\\d++ ?KiB:\\s++\\d++"),
      line("Node \\d++:|\\d++ ?KiB:\\s++\\d++")),
  /// Free memory by node.
  FREE_CELL(
      "virsh freecell",
      never(),
      line("(?:\\d++|Total):\\s++\\d++ KiB|-{5,}+"),
      line("\\d++:\\s++\\d++ KiB")),
  /// The kernel's account of memory, of the host or of one node.
  MEMINFO(
      "meminfo",
      line("MemTotal:\\s++\\d++ kB"),
      line(
          "(?:Node \\d++ )?(?!CPU|Thread|Core|Socket|NUMA)[A-Za-z][A-Za-z0-9_()]*+:\\s++\\d++(?: kB)?"),
      line(
          "(?:Node \\d++ )?(?:MemTotal|MemFree|HugePages_(?:Total|Free|Rsvd|Surp)|Hugepagesize):\\s++\\d++(?: kB)?")),
  /// Sums over a host.
  NODE_INFO(
      "virsh nodeinfo",
      line("CPU model:.*"),
      line(
          "(?:CPU\\(s\\)|CPU frequency|CPU socket\\(s\\)|Core\\(s\\) per socket|Thread\\(s\\) per core|NUMA cell\\(s\\)|Memory size):.*"),
      line("NUMA cell\\(s\\):.*"));

  private static final int WRAPPED = 12;

  private final String title;
  private final Pattern fresh;
  private final Pattern next;
  private final Pattern alone;

  /// @param fresh a line that begins an output of it
  /// @param next a line that goes on with one
  /// @param alone a line that is surely of it, though its beginning is missing
  Tool(String title, Pattern fresh, Pattern next, Pattern alone) {
    this.title = title;
    this.fresh = fresh;
    this.next = next;
    this.alone = alone;
  }

  private static Pattern line(String pattern) {
    return Pattern.compile(pattern);
  }

  private static Pattern never() {
    return Pattern.compile("(?!)");
  }

  private static Pattern hugePages() {
    return Pattern.compile(
        "\\S*?node\\d++/hugepages/hugepages-\\d++kB/(?:nr|free|surplus)_hugepages[: \\t]++\\d++");
  }

  /// What people type to get such a text.
  public String title() {
    return title;
  }

  boolean begins(String line) {
    return fresh.matcher(line).matches();
  }

  /// @param indent how far the line is from the margin; `lscpu` on a terminal breaks long values
  boolean goesOn(String line, int indent) {
    return next.matcher(line).matches() || (this == LSCPU && indent >= WRAPPED);
  }

  boolean isOf(String line) {
    return alone.matcher(line).matches();
  }
}
