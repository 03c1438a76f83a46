package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.FormatException;

/// Finds the mistakes in extra specs of Nova's flavors (I-16).
final class NovaLint implements KindLint {

  @Override
  public List<Finding> examine(String source, String text) throws FormatException {
    var specs = NovaSpec.in(text);
    if (specs.isEmpty()) {
      throw new FormatException(
          source,
          0,
          "there is no extra spec in it: hw:numa_nodes=2, or --property hw:numa_nodes=2.");
    }
    if (specs.size() > NovaSpec.MOST) {
      throw new FormatException(source, 0, "there are more than 2,000 extra specs, no flavor has.");
    }
    var found = new ArrayList<Finding>();
    specs.forEach(spec -> NovaSpelling.of(spec).ifPresent(found::add));
    found.addAll(new NovaCells(text, specs).examine());
    found.addAll(new NovaNeeds(text, specs).examine());
    return found;
  }
}
