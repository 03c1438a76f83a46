package org.numascape.lint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// I-08: `topoext` where it does nothing: on CPU models of Intel, or where a core has one thread.
final class VainTopoext implements QemuRule {

  /// Beginnings of QEMU's names for Intel's models. Source: QEMU `docs/system/cpu-models-x86`.
  private static final List<String> INTEL =
      List.of(
          "broadwell",
          "cascadelake",
          "conroe",
          "cooperlake",
          "denverton",
          "graniterapids",
          "haswell",
          "icelake",
          "ivybridge",
          "knightsmill",
          "nehalem",
          "penryn",
          "sandybridge",
          "sapphirerapids",
          "sierraforest",
          "skylake",
          "snowridge",
          "westmere");

  @Override
  public Stream<Finding> examine(QemuLine line) {
    var cpu = line.option("cpu");
    if (cpu.isEmpty()) {
      return Stream.of();
    }
    String model = cpu.get().lead();
    boolean intel = INTEL.stream().anyMatch(model.toLowerCase(Locale.ROOT)::startsWith);
    int threads = line.level("threads").orElse(1);
    if (!intel && threads > 1) {
      return Stream.of();
    }
    String why =
        intel ? model + " is a model of Intel, and only AMD has it" : "each core has one thread";
    return cpu.get().properties().stream()
        .filter(VainTopoext::asksForIt)
        .map(property ->
            Finding.info(
                "I-08",
                property.span(),
                "topoext tells a guest of AMD which threads share a core; here it does nothing: "
                    + why
                    + ". Leave it out.",
                List.of(new LineEdit(line.text()).remove(property))));
  }

  private static boolean asksForIt(Property property) {
    boolean named = property.key().equals("topoext") && property.value().equals("on");
    return named || property.key().equals("+topoext");
  }
}
