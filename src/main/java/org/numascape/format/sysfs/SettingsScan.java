package org.numascape.format.sysfs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostSettings;
import org.numascape.topology.KernelParameters;
import org.numascape.topology.Observation;
import org.numascape.topology.Setting;

/// Reads how a host's kernel and services are set, from its /sys, /proc and /etc or from what
/// [SettingsScript] printed of them.
///
/// Only what a file says is told: a file that is not among those of an archive leaves its setting
/// unknown, one that the machine has not got makes it absent, one that may not be read is refused.
public final class SettingsScan {

  private static final Pattern CHOSEN = Pattern.compile("\\[([a-z_+-]+)]");
  private static final Pattern FREE = Pattern.compile("[^\\p{Cntrl}]{0,400}");
  private static final Pattern POOL = Pattern.compile("hugepages-([0-9]{1,12})kB");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*(?:export\\s+)?-?([A-Za-z_][A-Za-z0-9_./]{0,60})\\s*=\\s*(.{0,400})");

  private static final Pattern PCI_ADDRESS =
      Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

  private static final int LONG = 1 << 18;

  private final FileTree tree;
  private final Sysfs sysfs;
  private final Map<Setting, Observation> found = new EnumMap<>(Setting.class);

  private SettingsScan(FileTree tree) {
    this.tree = tree;
    this.sysfs = new Sysfs(tree);
  }

  /// The settings in a tree.
  ///
  /// @param from who tells, for people
  public static HostSettings of(FileTree tree, String from, Optional<Instant> at) {
    return HostSettings.of(new SettingsScan(tree).scan(), from, at);
  }

  private Map<Setting, Observation> scan() {
    value(Setting.KERNEL, SettingFiles.KERNEL, SettingsScan::plain);
    value(Setting.BOOT_PARAMETERS, SettingFiles.COMMAND_LINE, SettingsScan::parameters);
    cpus(Setting.ONLINE_CPUS, SettingFiles.ONLINE);
    cpus(Setting.ISOLATED, SettingFiles.ISOLATED);
    cpus(Setting.NOHZ_FULL, SettingFiles.NOHZ_FULL);
    value(Setting.NUMA_BALANCING, SettingFiles.NUMA_BALANCING, SettingsScan::number);
    value(Setting.TRANSPARENT_PAGES, SettingFiles.TRANSPARENT_PAGES, SettingsScan::chosen);
    value(Setting.KSM, SettingFiles.KSM_RUN, SettingsScan::number);
    value(Setting.KSM_ACROSS_NODES, SettingFiles.KSM_ACROSS, SettingsScan::number);
    value(Setting.SWAPPINESS, SettingFiles.SWAPPINESS, SettingsScan::number);
    value(Setting.ZONE_RECLAIM, SettingFiles.ZONE_RECLAIM, SettingsScan::number);
    value(Setting.REAL_TIME_RUNTIME, SettingFiles.REAL_TIME, SettingsScan::number);
    value(Setting.SMT, SettingFiles.SMT, SettingsScan::number);
    value(Setting.TUNED_PROFILE, SettingFiles.TUNED_PROFILE, SettingsScan::plain);
    governors();
    idleStates();
    leaks();
    affinity();
    interrupts();
    services();
    irqbalance();
    variables();
    groups();
    pools();
    counters();
    iommu();
    sysctl();
    version(Setting.LIBVIRT, "libvirt");
    version(Setting.QEMU, "qemu");
    return found;
  }

  // Single files.

  private void value(Setting setting, String path, Function<String, Optional<String>> reading) {
    var text = tree.text(path, LONG);
    if (text.isEmpty()) {
      missing(setting, path);
      return;
    }
    reading
        .apply(text.get())
        .ifPresentOrElse(
            value -> found.put(setting, new Observation.Value(value, "/" + path)),
            () -> refuse(setting, path, "it holds nothing that is understood"));
  }

  private void missing(Setting setting, String path) {
    if (tree.denied().stream()
        .anyMatch(denied -> denied.equals(path) || denied.equals("/" + path))) {
      refuse(setting, path, "permission denied");
    } else if (tree.lacks(path)) {
      found.put(setting, new Observation.Absent("/" + path));
    }
  }

  private void refuse(Setting setting, String path, String why) {
    found.put(setting, new Observation.Refused("/" + path, why));
  }

  private static Optional<String> plain(String text) {
    return Optional.of(text).filter(it -> FREE.matcher(it).matches());
  }

  private static Optional<String> number(String text) {
    return Optional.of(text).filter(it -> it.matches("-?[0-9]{1,18}"));
  }

  private static Optional<String> chosen(String text) {
    var word = CHOSEN.matcher(text);
    return word.find() ? Optional.of(word.group(1)) : Optional.empty();
  }

  private static Optional<String> parameters(String text) {
    return Optional.of(KernelParameters.of(text).line());
  }

  private void cpus(Setting setting, String path) {
    value(setting, path, text -> list(text).map(CpuSet::toString));
  }

  /// Kernels without ticks to leave out write `(null)`.
  private static Optional<CpuSet> list(String text) {
    try {
      return Optional.of(text.equals("(null)") ? CpuSet.EMPTY : CpuSet.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // One file a CPU.

  private void governors() {
    byCpu(
        Setting.GOVERNOR,
        "cpufreq/scaling_governor",
        cpu ->
            sysfs
                .text(cpu + "/cpufreq/scaling_governor")
                .filter(word -> word.matches("[a-z_]{1,30}")));
  }

  private void idleStates() {
    byCpu(Setting.IDLE_STATE, "cpuidle/state*/name", this::deepest);
  }

  private void byCpu(Setting setting, String leaf, Function<String, Optional<String>> reading) {
    var words = new TreeMap<String, List<Integer>>();
    for (int cpu : sysfs.numbered(SettingFiles.CPU, "cpu")) {
      reading
          .apply(SettingFiles.CPU + "/cpu" + cpu)
          .ifPresent(word -> words.computeIfAbsent(word, _ -> new ArrayList<>()).add(cpu));
    }
    String path = SettingFiles.CPU + "/cpu*/" + leaf;
    if (words.isEmpty()) {
      missing(setting, path);
      return;
    }
    var sets = new TreeMap<String, CpuSet>();
    words.forEach((word, cpus) -> sets.put(word, CpuSet.of(cpus)));
    found.put(setting, new Observation.ByCpu(sets, "/" + path));
  }

  /// `C6, 133 µs`: the state of the longest way back that is not switched off.
  private Optional<String> deepest(String cpu) {
    String best = "";
    long longest = -1;
    for (int state : sysfs.numbered(cpu + "/cpuidle", "state")) {
      String folder = cpu + "/cpuidle/state" + state;
      var name = sysfs.text(folder + "/name").filter(it -> it.matches("[A-Za-z0-9_. -]{1,30}"));
      long latency = sysfs.number(folder + "/latency").orElse(-1);
      boolean off = sysfs.number(folder + "/disable").orElse(0) != 0;
      if (name.isPresent() && !off && latency > longest) {
        longest = latency;
        best = name.get() + ", " + latency + " µs";
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  // Texts by name.

  private void byName(Setting setting, String path, SortedMap<String, String> texts) {
    if (texts.isEmpty()) {
      missing(setting, path);
    } else {
      found.put(setting, new Observation.ByName(texts, "/" + path));
    }
  }

  private void leaks() {
    var texts = new TreeMap<String, String>();
    for (String name : tree.names(SettingFiles.LEAKS)) {
      sysfs
          .text(SettingFiles.LEAKS + "/" + name)
          .filter(text -> FREE.matcher(text).matches())
          .ifPresent(text -> texts.put(name, text));
    }
    byName(Setting.LEAKS, SettingFiles.LEAKS + "/*", texts);
  }

  private void affinity() {
    String path = SettingFiles.IRQ_AFFINITY;
    if (tree.text(path).isEmpty()) {
      missing(Setting.IRQ_AFFINITY, path);
      return;
    }
    sysfs
        .map(path)
        .ifPresentOrElse(
            set ->
                found.put(Setting.IRQ_AFFINITY, new Observation.Value(set.toString(), "/" + path)),
            () -> refuse(Setting.IRQ_AFFINITY, path, "it holds no set of CPUs"));
  }

  /// The CPUs of all interrupts of a device together; a device that has none is left out.
  private void interrupts() {
    var owners = new TreeMap<String, String>();
    for (String device : tree.names(SettingFiles.PCI)) {
      tree.names(SettingFiles.PCI + "/" + device + "/" + SettingFiles.MESSAGES)
          .forEach(interrupt -> owners.put(interrupt, device));
    }
    var cpus = new TreeMap<String, CpuSet>();
    for (String interrupt : tree.names(SettingFiles.INTERRUPTS)) {
      String folder = SettingFiles.INTERRUPTS + "/" + interrupt;
      var whose =
          tree.text(folder + "/" + SettingFiles.WHOSE)
              .or(() -> Optional.ofNullable(owners.get(interrupt)))
              .filter(address -> PCI_ADDRESS.matcher(address).matches());
      var goesTo =
          SettingFiles.GOES_TO.stream()
              .flatMap(file -> tree.text(folder + "/" + file).stream())
              .flatMap(text -> list(text).stream())
              .filter(set -> !set.isEmpty())
              .findFirst();
      if (whose.isPresent() && goesTo.isPresent()) {
        cpus.merge(whose.get(), goesTo.get(), CpuSet::or);
      }
    }
    var texts = new TreeMap<String, String>();
    cpus.forEach((device, set) -> texts.put(device, set.toString()));
    byName(
        Setting.DEVICE_INTERRUPTS,
        SettingFiles.INTERRUPTS + "/*/" + SettingFiles.GOES_TO.getFirst(),
        texts);
  }

  /// Who does not see the kernel's own threads sees a container, or only his own processes.
  private void services() {
    var names = new TreeSet<String>();
    boolean wholeHost = false;
    for (String process : tree.names("proc")) {
      if (process.matches("[0-9]{1,10}")) {
        var name = tree.text("proc/" + process + "/comm").orElse("");
        wholeHost |= process.equals("2") && name.equals(SettingFiles.KERNEL_THREAD);
        if (SettingFiles.SERVICES.contains(name)) {
          names.add(name);
        }
      }
    }
    String path = "proc/*/comm";
    if (!wholeHost) {
      if (tree.has("proc") || !names.isEmpty()) {
        refuse(Setting.SERVICES, path, "the processes of the whole host are not shown");
      }
      return;
    }
    var texts = new TreeMap<String, String>();
    names.forEach(name -> texts.put(name, ""));
    found.put(Setting.SERVICES, new Observation.ByName(texts, "/" + path));
  }

  private void irqbalance() {
    var texts = new TreeMap<String, String>();
    String path = SettingFiles.IRQBALANCE.getFirst();
    boolean there = false;
    for (String file : SettingFiles.IRQBALANCE) {
      if (tree.text(file).isPresent()) {
        there = true;
        path = file;
        texts.putAll(assignments(file, name -> name.startsWith("IRQBALANCE_") ? name : ""));
      }
    }
    if (there) {
      found.put(Setting.IRQBALANCE, new Observation.ByName(texts, "/" + path));
    } else if (SettingFiles.IRQBALANCE.stream().allMatch(tree::lacks)) {
      found.put(Setting.IRQBALANCE, new Observation.Absent("/" + path));
    } else {
      SettingFiles.IRQBALANCE.forEach(file -> missing(Setting.IRQBALANCE, file));
    }
  }

  private SortedMap<String, String> assignments(String file, UnaryOperator<String> naming) {
    var texts = new TreeMap<String, String>();
    tree.text(file, LONG).stream()
        .flatMap(String::lines)
        .map(ASSIGNMENT::matcher)
        .filter(line -> line.matches() && !naming.apply(line.group(1)).isEmpty())
        .forEach(line -> texts.put(naming.apply(line.group(1)), unquoted(line.group(2).strip())));
    return texts;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && ((value.startsWith("\"") && value.endsWith("\""))
                || (value.startsWith("'") && value.endsWith("'")));
    String bare = quoted ? value.substring(1, value.length() - 1) : value;
    return bare.replaceAll("\\p{Cntrl}", " ");
  }

  private void variables() {
    var texts = new TreeMap<String, String>();
    boolean there = false;
    for (String name : tree.names(SettingFiles.TUNED)) {
      if (name.endsWith("-variables.conf") && FREE.matcher(name).matches()) {
        String profile = name.substring(0, name.length() - "-variables.conf".length());
        there = true;
        assignments(SettingFiles.TUNED + "/" + name, variable -> profile + " " + variable)
            .forEach(texts::put);
      }
    }
    String path = SettingFiles.TUNED + "/*-variables.conf";
    if (there) {
      found.put(Setting.TUNED_VARIABLES, new Observation.ByName(texts, "/" + path));
    } else {
      missing(Setting.TUNED_VARIABLES, path);
    }
  }

  private void groups() {
    if (tree.has(SettingFiles.CGROUP_2)) {
      found.put(Setting.CGROUP, new Observation.Value("2", "/" + SettingFiles.CGROUP_2));
    } else if (tree.lacks(SettingFiles.CGROUP_2)) {
      found.put(Setting.CGROUP, new Observation.Value("1", "/" + SettingFiles.CGROUP_2));
    }
    var texts = new TreeMap<String, String>();
    for (String slice : SettingFiles.SLICES) {
      tree.text(SettingFiles.CGROUP + "/" + slice + "/" + SettingFiles.EFFECTIVE)
          .flatMap(SettingsScan::list)
          .ifPresent(cpus -> texts.put(slice, cpus.toString()));
    }
    byName(Setting.SLICES, SettingFiles.CGROUP + "/machine.slice/" + SettingFiles.EFFECTIVE, texts);
  }

  private void pools() {
    var texts = new TreeMap<String, String>();
    for (int node : sysfs.numbered(SettingFiles.NODE, "node")) {
      String folder = SettingFiles.NODE + "/node" + node + "/hugepages";
      for (String pool : tree.names(folder)) {
        var size = POOL.matcher(pool);
        if (size.matches()) {
          String name = node + " " + size.group(1) + " ";
          count(folder + "/" + pool + "/nr_hugepages", name + "total", texts);
          count(folder + "/" + pool + "/free_hugepages", name + "free", texts);
          count(folder + "/" + pool + "/surplus_hugepages", name + "surplus", texts);
        }
      }
    }
    byName(
        Setting.HUGE_PAGES, SettingFiles.NODE + "/node*/hugepages/hugepages-*/nr_hugepages", texts);
  }

  private void count(String path, String name, SortedMap<String, String> into) {
    sysfs.number(path).ifPresent(count -> into.put(name, Long.toString(count)));
  }

  private void counters() {
    var texts = new TreeMap<String, String>();
    for (int node : sysfs.numbered(SettingFiles.NODE, "node")) {
      tree.text(SettingFiles.NODE + "/node" + node + "/numastat").stream()
          .flatMap(String::lines)
          .filter(line -> line.matches("numa_(miss|foreign) [0-9]{1,18}"))
          .forEach(line -> {
            int gap = line.indexOf(' ');
            texts.put(node + " " + line.substring(0, gap), line.substring(gap + 1));
          });
    }
    byName(Setting.NODE_COUNTERS, SettingFiles.NODE + "/node*/numastat", texts);
  }

  /// The folder is there and empty where the IOMMU is off; the commands tell the number.
  private void iommu() {
    String path = SettingFiles.IOMMU_GROUPS;
    var told = tree.text(path).filter(count -> count.matches("[0-9]{1,9}"));
    int groups = tree.names(path).size();
    if (told.isPresent()) {
      found.put(Setting.IOMMU_GROUPS, new Observation.Value(told.get(), "/" + path));
    } else if (groups > 0 || tree.complete()) {
      found.put(Setting.IOMMU_GROUPS, new Observation.Value(Integer.toString(groups), "/" + path));
    }
  }

  /// Later files win, as `sysctl --system` takes them.
  private void sysctl() {
    var texts = new TreeMap<String, String>();
    boolean there = false;
    for (String place : SettingFiles.SYSCTL) {
      boolean folder = place.endsWith(".d");
      var files =
          folder
              ? tree.names(place).stream()
                  .filter(name -> name.endsWith(".conf"))
                  .map(name -> place + "/" + name)
                  .toList()
              : List.of(place);
      for (String file : files) {
        there |= tree.text(file).isPresent();
        texts.putAll(assignments(file, SettingsScan::sysctlKey));
      }
    }
    if (there) {
      found.put(Setting.SYSCTL_FILES, new Observation.ByName(texts, "/etc/sysctl.d"));
    }
  }

  private static String sysctlKey(String name) {
    String key = name.replace('/', '.');
    return SettingFiles.SYSCTL_KEYS.contains(key) ? key : "";
  }

  private void version(Setting setting, String program) {
    String path = SettingFiles.VERSION + "/" + program;
    tree.text(path)
        .map(text -> Pattern.compile("[0-9]{1,3}\\.[0-9]{1,3}(\\.[0-9]{1,3})?").matcher(text))
        .filter(Matcher::find)
        .ifPresent(number ->
            found.put(
                setting,
                new Observation.Value(
                    number.group(),
                    program.equals("qemu") ? "qemu --version" : "libvirtd --version")));
  }
}
