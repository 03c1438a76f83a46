package org.numascape.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.numascape.topology.CpuSet;

/// Reads one line of [PinText].
///
/// @param vcpus how many vCPUs the guest can have
/// @param host the CPUs there are, by OS index
record PinLine(int vcpus, CpuSet host) {

  private static final int DIGITS = 6;

  /// Adds what the line says to `pins`; a line that is wrong adds nothing.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  void read(String line, Map<Integer, CpuSet> pins) {
    int comment = line.indexOf('#');
    String text = (comment < 0 ? line : line.substring(0, comment)).strip();
    if (text.isEmpty()) {
      return;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("a colon is missing, write \"vCPUs: CPUs\"");
    }
    var left = list(text.substring(0, colon), "vCPU");
    for (int vcpu : left) {
      if (vcpu >= vcpus) {
        throw new IllegalArgumentException(
            "vCPU " + vcpu + " does not exist, the last one is " + (vcpus - 1));
      }
      if (pins.containsKey(vcpu) || left.indexOf(vcpu) != left.lastIndexOf(vcpu)) {
        throw new IllegalArgumentException("vCPU " + vcpu + " is named twice");
      }
    }
    var right = right(text.substring(colon + 1).strip(), left.size());
    for (int i = 0; i < left.size(); i++) {
      pins.put(left.get(i), right.get(i));
    }
  }

  private List<CpuSet> right(String text, int count) {
    if (text.startsWith("{")) {
      if (!text.endsWith("}")) {
        throw new IllegalArgumentException("the set is not closed, a } is missing");
      }
      var set = CpuSet.of(list(text.substring(1, text.length() - 1), "CPU"));
      return java.util.Collections.nCopies(count, onHost(set));
    }
    var cpus = list(text, "CPU");
    onHost(CpuSet.of(cpus));
    if (cpus.size() != count) {
      throw new IllegalArgumentException(
          count(count, "vCPU")
              + " but "
              + count(cpus.size(), "CPU")
              + "; for a set that each may use write {"
              + CpuSet.of(cpus)
              + "}");
    }
    return cpus.stream().map(CpuSet::of).toList();
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private CpuSet onHost(CpuSet cpus) {
    var missing = cpus.minus(host);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "CPU " + missing.last() + " is not on this host, the last one is " + host.last());
    }
    return cpus;
  }

  /// Numbers and ranges in the order written.
  private List<Integer> list(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("no " + what + " is named");
    }
    var found = new ArrayList<Integer>();
    for (String item : text.split(",", -1)) {
      int dash = item.indexOf('-');
      int first = number(dash < 0 ? item : item.substring(0, dash), what);
      int last = dash < 0 ? first : number(item.substring(dash + 1), what);
      if (last < first) {
        throw new IllegalArgumentException("range " + item.strip() + " runs backwards");
      }
      for (int index = first; index <= last; index++) {
        found.add(index);
      }
    }
    return found;
  }

  private int number(String text, String what) {
    String digits = text.strip();
    IntPredicate digit = c -> c >= '0' && c <= '9';
    if (digits.isEmpty() || !digits.chars().allMatch(digit)) {
      throw new IllegalArgumentException("\"" + digits + "\" is no " + what);
    }
    boolean beyond =
        digits.length() > DIGITS
            || Integer.parseInt(digits) > Math.max(Math.max(vcpus, host.last()), 16_383);
    if (beyond) {
      throw new IllegalArgumentException(what + " " + digits + " is beyond any host");
    }
    return Integer.parseInt(digits);
  }
}
