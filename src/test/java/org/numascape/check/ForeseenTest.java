package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What libvirt and QEMU refuse, rewrite or die of, as established on libvirt 9.0 to 11.3, and
/// where it is foreseen: by a rule; by the reader of domain XML (a `FormatException` with line and
/// sentence, so that such a text never becomes a guest); by lint; by the guard of `apply`; or not
/// at all, with the reason.
final class ForeseenTest {

  private static final Pattern RULE = Pattern.compile("[PENHDLI]-\\d\\d");
  private static final String READER = "reader";
  private static final String LINT = "lint I-11";

  private static Map<String, List<String>> define() {
    var by = new LinkedHashMap<String, List<String>>();
    by.put("CPU or node list malformed, empty or beyond 16383", List.of(READER));
    by.put("more vCPUs at start than at most", List.of(READER));
    by.put("vCPU 0 offline, pluggable or not first; order of some only", List.of("P-30"));
    by.put("vcpus id out of range", List.of("P-30"));
    by.put("more vCPUs than the machine takes", List.of("P-22"));
    by.put("topology product is not the maximum", List.of("P-23"));
    by.put("topology with a zero or without an attribute", List.of(READER));
    by.put("a vCPU or I/O thread pinned twice, or without cpuset", List.of(READER));
    by.put("pin of an unknown I/O thread", List.of(READER));
    by.put("class, disk or controller of an unknown I/O thread", List.of("E-08"));
    by.put("two emulatorpin", List.of(READER));
    by.put("two numatune, cpu, or elements at the wrong place", List.of(LINT));
    by.put("vcpusched overlap", List.of("E-15"));
    by.put("period, quota or shares out of range", List.of("E-16"));
    by.put("static numatune without nodes, unknown mode", List.of(READER));
    by.put("automatic placement with memnode", List.of("N-22"));
    by.put("two memnode of one cell", List.of(READER));
    by.put("memnode without cells or of an unknown cell", List.of("N-09"));
    by.put("restrictive mixed with other modes", List.of("N-21"));
    by.put("cell ids with a gap or twice", List.of(READER));
    by.put("a distance out of range, or of an unknown cell", List.of("N-13"));
    by.put("cells overlap in vCPUs", List.of("N-08"));
    by.put("cells name a vCPU that is not there", List.of("N-09"));
    by.put("links and caches between cells (HMAT)", List.of("N-37"));
    by.put("no memory at all", List.of(READER));
    by.put("maximum of memory below the memory, without cell or slot", List.of("N-29"));
    by.put("two page sizes for one cell, or two for all", List.of("H-20"));
    by.put("page size 0", List.of(READER));
    by.put("pages of an unknown cell", List.of("H-09"));
    by.put("huge pages with ondemand or anonymous", List.of("H-21"));
    by.put("memory device without room", List.of("N-29"));
    by.put("memory device without cell, on an unknown one, or of odd sizes", List.of("N-38"));
    by.put("expander bus of no cell or on the wrong board", List.of("D-03"));
    by.put("cache of the CPU that cannot be", List.of("P-29"));
    by.put("QXL's memory on another video model", List.of("I-13"));
    return by;
  }

  private static Map<String, List<String>> start() {
    var by = new LinkedHashMap<String, List<String>>();
    by.put("a pin or cpuset names a CPU that is absent or offline", List.of("P-10"));
    by.put("a nodeset names an absent node", List.of("N-28"));
    by.put("strict memory lacks room", List.of("N-14", "N-15", "N-17"));
    by.put("strict memory outside of the common nodeset (before 9.5)", List.of("N-34"));
    by.put("automatic placement without numad", List.of("N-22"));
    by.put("a page size the host has no pool of", List.of("H-05"));
    by.put("not enough huge pages", List.of("H-02", "H-10"));
    by.put("a cell that is no whole number of pages", List.of("H-04"));
    by.put("priority beyond 1 to 99", List.of("E-14"));
    by.put("shares of 0", List.of("E-16"));
    by.put("a cell without memory", List.of("N-36"));
    by.put("a cache between cells without latency", List.of("N-37"));
    by.put("a hard limit that is too low", List.of("N-39"));
    by.put("a device two guests have, or of a shared group", List.of("D-08"));
    by.put("a device without IOMMU group, or left to its driver", List.of("D-11"));
    by.put("huge pages of a node the emulator may not use (lab)", List.of("H-19"));
    by.put("vhost-user without shared memory", List.of("H-15"));
    by.put("a cell without vCPUs before one with some: the daemon crashes", List.of("N-35"));
    return by;
  }

  private static Map<String, List<String>> rewritten() {
    var by = new LinkedHashMap<String, List<String>>();
    by.put("memory recomputed as the sum of the cells", List.of("N-05"));
    by.put("current memory cut", List.of("L-11"));
    by.put("vCPUs of no cell go to cell 0", List.of("N-07"));
    by.put("pin of a vCPU that is not there dropped", List.of("P-15"));
    by.put("unit of a cell's cache ignored", List.of("L-11"));
    by.put("elements at the wrong place dropped", List.of(LINT));
    by.put("memory devices outside devices dropped", List.of("I-12"));
    return by;
  }

  /// What nothing here foresees, and why.
  private static final Map<String, String> UNFORESEEN =
      Map.of(
          "cachetune, memorytune", "resctrl is no part of the model; the text is kept as it is",
          "min_guarantee", "QEMU refuses it always; it is no part of placement",
          "resource partition", "whether it exists is known to the host alone",
          "limits and locking not permitted", "the daemon's rights are known to the host alone",
          "session daemon", "it may set neither quota nor memory: the connection says so",
          "same name and other UUID", "apply reads the guest again before it defines it");

  /// Rules of the catalogue that no check decides, and where they are instead.
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("P-26", "a valid pattern: guard 1 of FalsePositivesTest"),
          Map.entry(
              "P-27", "the class of a guest follows from its pins: one pinned 1:1 is dedicated"),
          Map.entry("D-09", "a device of the model has no node property; in texts it is I-05"),
          Map.entry("L-04", "one design knows one host; compare and Merged hold two"),
          Map.entry("L-05", "check TARGET guest.xml is that question, with all rules"),
          Map.entry("L-07", "apply reads the guest again, and refuses with both versions"),
          Map.entry("L-09", "nothing in a definition says that a guest shall migrate"));

  @Test
  void eachRefusalCrashAndRewriteIsForeseen() {
    for (var group : List.of(define(), start(), rewritten())) {
      group.forEach((what, by) -> {
        assertThat(by).as(what).isNotEmpty();
        by.stream()
            .filter(where -> !where.equals(READER))
            .forEach(where -> assertThat(decided(where)).as("%s by %s", what, where).isTrue());
      });
    }
    assertThat(UNFORESEEN.values()).allMatch(reason -> !reason.isBlank());
  }

  /// Rules of lint have their own test of texts.
  private static boolean decided(String where) {
    var rule = RULE.matcher(where);
    return rule.find() && (rule.group().startsWith("I") || Checks.codes().contains(rule.group()));
  }

  @Test
  void whatNoCheckDecidesIsSomewhereElse() {
    assertThat(Checks.codes()).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
  }

  @Test
  void everyRuleOfTheCatalogueIsDecidedOrElsewhere() {
    var counts = Map.of("P", 28, "E", 13, "N", 33, "H", 18, "D", 14, "S", 15, "L", 11);

    counts.forEach((group, count) -> {
      for (int number = 1; number <= count; number++) {
        String code = String.format(java.util.Locale.ROOT, "%s-%02d", group, number);
        boolean later = code.equals("D-07") || code.equals("S-07");
        assertThat(Checks.codes().contains(code) || ELSEWHERE.containsKey(code) || later)
            .as(code)
            .isTrue();
      }
    });
  }
}
