package org.numascape.format.sysfs;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.numascape.topology.CpuSet;

/// What the control group leaves to whoever read the host: of cgroup 2, cgroup 1 and the cpuset
/// file system of old kernels.
///
/// Source: kernel `Documentation/admin-guide/cgroup-v2.rst` and `cgroup-v1/cpusets.rst`.
record ControlGroup(Sysfs sysfs) {

  /// /proc/mounts of hosts with thousands of containers is long.
  private static final int LONG = 1 << 20;

  /// A mounted file system: `cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid`.
  private record Mount(String folder, String type, String options) {}

  /// CPUs the group may use, as OS indexes; empty where it may use all or nothing is told.
  static CpuSet cpus(Sysfs sysfs) {
    return new ControlGroup(sysfs).allowed("cpus").orElse(CpuSet.EMPTY);
  }

  /// Nodes the group may use, as OS indexes; empty where it may use all or nothing is told.
  static CpuSet nodes(Sysfs sysfs) {
    return new ControlGroup(sysfs).allowed("mems").orElse(CpuSet.EMPTY);
  }

  private Optional<CpuSet> allowed(String what) {
    return first(
            mount -> mount.type.equals("cgroup") && mount.options.matches("(.*,)?cpuset(,.*)?"))
        .flatMap(mount -> {
          String prefix = mount.options.matches("(.*,)?noprefix(,.*)?") ? "" : "cpuset.";
          return group("[0-9]+:([^:]*,)?cpuset(,[^:]*)?:")
              .flatMap(group -> sysfs.list(mount.folder + group + "/" + prefix + what));
        })
        .or(() ->
            first(mount -> mount.type.equals("cpuset"))
                .flatMap(mount ->
                    group("-").flatMap(group -> sysfs.list(mount.folder + group + "/" + what))))
        .or(() ->
            first(mount -> mount.type.equals("cgroup2"))
                .flatMap(mount -> group("0::").flatMap(group -> effective(mount, group, what))))
        .filter(set -> !set.isEmpty());
  }

  /// A group without the cpuset controller has what the group around it has.
  private Optional<CpuSet> effective(Mount mount, String group, String what) {
    String inner = group;
    while (true) {
      var set = sysfs.list(mount.folder + inner + "/cpuset." + what + ".effective");
      if (set.isPresent() || inner.isEmpty()) {
        return set;
      }
      inner = inner.substring(0, Math.max(0, inner.lastIndexOf('/')));
    }
  }

  private Optional<Mount> first(Predicate<Mount> wanted) {
    return lines("proc/mounts")
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length > 3)
        .map(words ->
            new Mount(words[1].substring(Math.min(1, words[1].length())), words[2], words[3]))
        .filter(wanted)
        .findFirst();
  }

  /// The group's path without a slash at the end, from the line that begins so, or from the cpuset
  /// that older kernels tell by itself.
  private Optional<String> group(String start) {
    return lines("proc/self/cgroup")
        .filter(line -> line.matches(start + "/.*"))
        .map(line -> line.replaceFirst("^" + start, ""))
        .findFirst()
        .or(() -> start.equals("0::") ? Optional.empty() : sysfs.text("proc/self/cpuset"))
        .map(path -> path.equals("/") ? "" : path);
  }

  private Stream<String> lines(String path) {
    return sysfs.tree().text(path, LONG).stream().flatMap(String::lines);
  }
}
