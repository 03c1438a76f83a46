package org.numascape.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.numascape.format.FormatException;
import org.numascape.lint.XenText.Setting;
import org.numascape.lint.XenText.Value;
import org.numascape.topology.CpuSet;

/// Finds cells of Xen that lack one of their four mandatory members (I-18).
///
/// Source: Xen `docs/man/xl.cfg.5`, `vnuma`.
final class XenLint implements KindLint {

  private static final List<String> MEMBERS = List.of("pnode", "size", "vcpus", "vdistances");

  private static final int MOST_CELLS = 64;

  @Override
  public List<Finding> examine(String source, String text) throws FormatException {
    var settings = XenText.settings(source, text);
    if (settings.isEmpty()) {
      throw new FormatException(source, 0, "there is no setting in it: vcpus = 4.");
    }
    var vnuma = XenText.value(settings, "vnuma");
    if (vnuma.isEmpty() || !(vnuma.get() instanceof Value.Items cells)) {
      return List.of();
    }
    if (cells.values().size() > MOST_CELLS) {
      throw new FormatException(source, 0, "vnuma has more than 64 cells, no guest has.");
    }
    var found = new ArrayList<Finding>();
    for (int i = 0; i < cells.values().size(); i++) {
      if (cells.values().get(i) instanceof Value.Items cell) {
        finding(settings, cells.values(), cell, i).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Finding> finding(
      List<Setting> settings, List<Value> cells, Value.Items cell, int number) {
    var members = members(cell);
    var missing = MEMBERS.stream().filter(member -> !members.containsKey(member)).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    var added =
        missing.stream()
            .map(
                member -> value(settings, cells, number, member).map(value -> member + "=" + value))
            .toList();
    boolean known = added.stream().allMatch(Optional::isPresent);
    String written =
        added.stream()
            .flatMap(Optional::stream)
            .map(member -> "\"" + member + "\"")
            .collect(Collectors.joining(", "));
    String message =
        "entry %d of vnuma has no %s; xl wants pnode, size (in MB), vcpus and vdistances in every entry.%s"
            .formatted(number, String.join(", ", missing), known ? " Add " + written + "." : "");
    int end = cell.span().end() - 1;
    String comma = cell.values().isEmpty() ? "" : ", ";
    List<Splice> correction =
        known ? List.of(Splice.insert(end(cell, end), comma + written)) : List.of();
    return Optional.of(Finding.error("I-18", cell.span(), message, correction));
  }

  /// Behind the last member, or behind the bracket of an empty entry.
  private static int end(Value.Items cell, int bracket) {
    return cell.values().isEmpty()
        ? bracket
        : Math.min(bracket, cell.values().getLast().span().end() + 1);
  }

  private static Map<String, String> members(Value.Items cell) {
    Map<String, String> members = new HashMap<>();
    for (var value : cell.values()) {
      if (value instanceof Value.Atom atom && atom.text().contains("=")) {
        int equals = atom.text().indexOf('=');
        members.put(
            atom.text().substring(0, equals).strip(), atom.text().substring(equals + 1).strip());
      }
    }
    return members;
  }

  private static Optional<String> value(
      List<Setting> settings, List<Value> cells, int number, String member) {
    return switch (member) {
      case "pnode" -> Optional.of(Integer.toString(number));
      case "vdistances" ->
          Optional.of(
              IntStream.range(0, cells.size())
                  .mapToObj(other -> other == number ? "10" : "20")
                  .collect(Collectors.joining(",")));
      case "size" -> size(settings, cells);
      default -> vcpus(settings, cells);
    };
  }

  /// What is left of the guest's memory, shared by the entries that have none.
  private static Optional<String> size(List<Setting> settings, List<Value> cells) {
    var memory = number(settings, "maxmem");
    var whole = memory.isPresent() ? memory : number(settings, "memory");
    long given = 0;
    int without = 0;
    for (var cell : cells) {
      var size = cell instanceof Value.Items items ? members(items).get("size") : null;
      if (size == null) {
        without++;
      } else if (size.matches("[0-9]{1,9}")) {
        given += Long.parseLong(size);
      } else {
        return Optional.empty();
      }
    }
    long left = whole.orElse(0) - given;
    boolean even = whole.isPresent() && left > 0 && left % without == 0;
    return even ? Optional.of(Long.toString(left / without)) : Optional.empty();
  }

  /// The vCPUs of no entry, where one entry alone has none.
  private static Optional<String> vcpus(List<Setting> settings, List<Value> cells) {
    var most = number(settings, "maxvcpus");
    var count = most.isPresent() ? most : number(settings, "vcpus");
    if (count.isEmpty() || count.getAsLong() < 1 || count.getAsLong() > 4_096) {
      return Optional.empty();
    }
    var left = CpuSet.range(0, (int) count.getAsLong() - 1);
    int without = 0;
    for (var cell : cells) {
      var vcpus = cell instanceof Value.Items items ? members(items).get("vcpus") : null;
      if (vcpus == null) {
        without++;
      } else {
        try {
          left = left.minus(CpuSet.parse(vcpus));
        } catch (IllegalArgumentException noList) {
          return Optional.empty();
        }
      }
    }
    return without == 1 && !left.isEmpty() ? Optional.of(left.toString()) : Optional.empty();
  }

  private static OptionalLong number(List<Setting> settings, String key) {
    return XenText.value(settings, key)
        .filter(value -> value instanceof Value.Atom atom && atom.text().matches("[0-9]{1,9}"))
        .map(value -> OptionalLong.of(Long.parseLong(((Value.Atom) value).text())))
        .orElse(OptionalLong.empty());
  }
}
