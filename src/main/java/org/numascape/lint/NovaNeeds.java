package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// I-16, combinations: an extra spec that needs another one.
final class NovaNeeds {

  private final String text;
  private final List<NovaSpec> specs;
  private final List<Finding> found = new ArrayList<>();

  NovaNeeds(String text, List<NovaSpec> specs) {
    this.text = text;
    this.specs = List.copyOf(specs);
  }

  List<Finding> examine() {
    var policy = spec("hw:cpu_policy");
    boolean dedicated =
        policy.map(NovaSpec::value).filter(Set.of("dedicated", "mixed")::contains).isPresent()
            || spec("resources:PCPU").isPresent();
    if (!dedicated) {
      spec("hw:cpu_thread_policy").ifPresent(spec -> dedication(spec, policy));
      spec("hw:emulator_threads_policy").ifPresent(spec -> dedication(spec, policy));
    }
    boolean locked =
        spec("hw:locked_memory").map(NovaSpec::value).filter("true"::equalsIgnoreCase).isPresent();
    if (locked && spec("hw:mem_page_size").isEmpty()) {
      var spec = spec("hw:locked_memory").orElseThrow();
      add(
          spec,
          "hw:locked_memory needs hw:mem_page_size, Nova refuses it alone. Add hw:mem_page_size=small for pages of 4 KiB, or large.",
          beside(text, spec, "hw:mem_page_size", "small").stream().toList());
    }
    if (spec("hw:cpu_dedicated_mask").isPresent()
        && policy.filter(one -> one.value().equals("mixed")).isEmpty()) {
      var spec = spec("hw:cpu_dedicated_mask").orElseThrow();
      add(
          spec,
          "hw:cpu_dedicated_mask says which CPUs are dedicated in hw:cpu_policy=mixed, and that is "
              + policy.map(one -> "\"" + one.value() + "\"").orElse("not set")
              + ". Set it to mixed.",
          policy
              .map(one -> List.of(Splice.replace(one.valueSpan(), "mixed")))
              .orElseGet(() -> beside(text, spec, "hw:cpu_policy", "mixed").stream().toList()));
    }
    return found;
  }

  private Optional<NovaSpec> spec(String key) {
    return specs.stream().filter(spec -> spec.key().equals(key)).findFirst();
  }

  private void dedication(NovaSpec spec, Optional<NovaSpec> policy) {
    add(
        spec,
        "%s=%s needs CPUs of the guest's own, and hw:cpu_policy is %s: Nova refuses it. Set hw:cpu_policy=dedicated."
            .formatted(spec.key(), spec.value(), policy.map(NovaSpec::value).orElse("not set")),
        policy
            .map(one -> List.of(Splice.replace(one.valueSpan(), "dedicated")))
            .orElseGet(() -> beside(text, spec, "hw:cpu_policy", "dedicated").stream().toList()));
  }

  private void add(NovaSpec spec, String message, List<Splice> correction) {
    found.add(Finding.error("I-16", spec.keySpan(), message, correction));
  }

  /// Another extra spec in front of one, in the form that one is written in.
  static Optional<Splice> beside(String text, NovaSpec spec, String key, String value) {
    int start = spec.lead();
    int line = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    line = start == 0 ? 0 : line;
    String before = text.substring(line, start);
    if (start < spec.keySpan().start()) {
      return Optional.of(Splice.insert(start, "--property " + key + "=" + value + " "));
    }
    boolean quoted = before.endsWith("\"") || before.endsWith("'");
    if (before.isBlank() && !quoted) {
      String between = text.substring(spec.keySpan().end(), spec.valueSpan().start());
      boolean open = between.endsWith("\"") || between.endsWith("'");
      String close = open ? between.substring(between.length() - 1) : "";
      return Optional.of(Splice.insert(start, key + between + value + close + "\n" + before));
    }
    return Optional.empty();
  }
}
