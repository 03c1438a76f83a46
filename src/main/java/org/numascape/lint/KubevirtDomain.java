package org.numascape.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/// I-15 of one `spec.domain`: what KubeVirt's admission refuses, or its API server drops.
///
/// Source: KubeVirt `pkg/virt-api/webhooks/validating-webhook/admitters`.
final class KubevirtDomain {

  private static final String MAPPING = "guestMappingPassthrough";
  private static final String DEDICATED = "dedicatedCpuPlacement";

  private final YamlText yaml;
  private final MappingNode domain;
  private final List<Finding> found = new ArrayList<>();

  KubevirtDomain(YamlText yaml, MappingNode domain) {
    this.yaml = yaml;
    this.domain = domain;
  }

  List<Finding> examine() {
    YamlText.at(domain, "cpu")
        .ifPresent(cpu -> {
          misplaced(cpu);
          misplacedIoThreads(cpu);
          preconditions(cpu);
          requests(cpu);
        });
    return found;
  }

  private void misplaced(Node cpu) {
    var entry = YamlText.entry(cpu, MAPPING);
    if (entry.isEmpty()) {
      return;
    }
    var span = yaml.span(entry.get());
    var key = yaml.span(entry.get().getKeyNode());
    String nested =
        YamlText.isFlow(cpu)
            ? YamlText.inFlow("{}", "numa", MAPPING)
            : YamlText.inBlock(yaml.column(key.start()), "{}", "numa", MAPPING);
    boolean there = YamlText.entry(cpu, "numa").isPresent();
    add(
        key,
        "spec.domain.cpu.guestMappingPassthrough does not exist, so the guest gets one flat node. The field is spec.domain.cpu.numa.guestMappingPassthrough.",
        there ? yaml.without(span) : List.of(Splice.replace(span, nested)));
  }

  private void misplacedIoThreads(Node cpu) {
    for (String name : List.of("ioThreadsPolicy", "ioThreads")) {
      var entry = YamlText.entry(cpu, name);
      var value = entry.map(NodeTuple::getValueNode).flatMap(YamlText::scalar);
      entry.ifPresent(tuple -> {
        boolean several = cpu instanceof MappingNode map && map.getValue().size() > 1;
        var correction = new ArrayList<Splice>();
        if (value.isPresent() && several && YamlText.entry(domain, name).isEmpty()) {
          correction.addAll(yaml.without(yaml.span(tuple)));
          correction.add(yaml.first(domain, value.get(), name));
        }
        add(
            yaml.span(tuple.getKeyNode()),
            name
                + " is a field of spec.domain, not of spec.domain.cpu, where it is dropped. Move it up.",
            correction);
      });
    }
  }

  private void preconditions(Node cpu) {
    var numa =
        YamlText.at(cpu, "numa")
            .flatMap(node -> YamlText.entry(node, MAPPING))
            .or(() -> YamlText.entry(cpu, MAPPING));
    boolean dedicated = YamlText.value(cpu, DEDICATED).equals("true");
    if (numa.isPresent()) {
      var where = yaml.span(numa.get().getKeyNode());
      if (!dedicated) {
        add(
            where,
            "guestMappingPassthrough follows the exclusive CPUs that kubelet hands out, and this guest asks for none: KubeVirt refuses it. Set dedicatedCpuPlacement: true.",
            dedication(cpu));
      }
      if (YamlText.value(domain, "memory", "hugepages", "pageSize").isEmpty()) {
        add(
            where,
            "guestMappingPassthrough needs huge pages, and this guest names no page size: KubeVirt refuses it. Set memory.hugepages.pageSize, 2Mi or 1Gi.",
            pages());
      }
    }
    needsDedication(cpu, "isolateEmulatorThread", dedicated);
    needsDedication(cpu, "realtime", dedicated);
    YamlText.entry(cpu, "realtime")
        .filter(realtime -> dedicated && numa.isEmpty())
        .ifPresent(realtime ->
            add(
                yaml.span(realtime.getKeyNode()),
                "realtime needs numa.guestMappingPassthrough: KubeVirt refuses it without. Add it.",
                cpu instanceof MappingNode map && YamlText.entry(cpu, "numa").isEmpty()
                    ? List.of(yaml.first(map, "{}", "numa", MAPPING))
                    : List.of()));
    String threads = YamlText.value(cpu, "threads");
    if (dedicated && threads.matches("[0-9]{1,4}") && Integer.parseInt(threads) > 2) {
      add(
          yaml.span(YamlText.at(cpu, "threads").orElseThrow()),
          "%s threads of a core: with dedicated CPUs KubeVirt takes two at most (one on arm64). Use more cores."
              .formatted(threads),
          List.of());
    }
  }

  private void needsDedication(Node cpu, String name, boolean dedicated) {
    var entry = YamlText.entry(cpu, name);
    boolean off = entry.isPresent() && YamlText.value(cpu, name).equals("false");
    if (entry.isPresent() && !off && !dedicated) {
      add(
          yaml.span(entry.get().getKeyNode()),
          name
              + " needs dedicated CPUs: KubeVirt refuses it without. Set dedicatedCpuPlacement: true.",
          dedication(cpu));
    }
  }

  private List<Splice> dedication(Node cpu) {
    var entry = YamlText.entry(cpu, DEDICATED);
    if (entry.isPresent()) {
      boolean scalar = YamlText.scalar(entry.get().getValueNode()).isPresent();
      var span = yaml.span(entry.get().getValueNode());
      return scalar && span.end() > span.start()
          ? List.of(Splice.replace(span, "true"))
          : List.of();
    }
    return cpu instanceof MappingNode map && !map.getValue().isEmpty()
        ? List.of(yaml.first(map, "true", DEDICATED))
        : List.of();
  }

  private List<Splice> pages() {
    var memory = YamlText.at(domain, "memory");
    var pages = memory.flatMap(node -> YamlText.at(node, "hugepages"));
    if (memory.isEmpty()) {
      return List.of(yaml.first(domain, "2Mi", "memory", "hugepages", "pageSize"));
    }
    if (pages.isEmpty()) {
      return into(memory.get(), "hugepages", "pageSize");
    }
    return YamlText.entry(pages.get(), "pageSize").isEmpty()
        ? into(pages.get(), "pageSize")
        : List.of();
  }

  private List<Splice> into(Node node, String... path) {
    boolean writable =
        node instanceof MappingNode map && (YamlText.isFlow(map) || !map.getValue().isEmpty());
    return writable ? List.of(yaml.first((MappingNode) node, "2Mi", path)) : List.of();
  }

  private void requests(Node cpu) {
    if (!YamlText.value(cpu, DEDICATED).equals("true")) {
      return;
    }
    var request = YamlText.at(domain, "resources", "requests", "cpu");
    var limit = YamlText.at(domain, "resources", "limits", "cpu");
    var asked = request.flatMap(YamlText::scalar).flatMap(KubevirtDomain::cpus);
    var most = limit.flatMap(YamlText::scalar).flatMap(KubevirtDomain::cpus);
    if (asked.isPresent() && most.isPresent() && asked.get().compareTo(most.get()) != 0) {
      String right = YamlText.scalar(limit.orElseThrow()).orElseThrow();
      add(
          yaml.span(request.orElseThrow()),
          "the guest requests %s CPUs and is limited to %s; with dedicated CPUs both have to be equal, or KubeVirt refuses it. Request %s."
              .formatted(YamlText.scalar(request.get()).orElseThrow(), right, right),
          List.of(Splice.replace(yaml.span(request.get()), written(request.get(), right))));
    }
    for (var amount : List.of(request, limit)) {
      var number = amount.flatMap(YamlText::scalar).flatMap(KubevirtDomain::cpus);
      if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
        add(
            yaml.span(amount.orElseThrow()),
            "%s is no whole number of CPUs, and a part of a CPU cannot be dedicated. Write a whole number."
                .formatted(YamlText.scalar(amount.get()).orElseThrow()),
            List.of());
      }
    }
  }

  /// With quotes where there were quotes.
  private String written(Node old, String value) {
    return yaml.span(old).end() - yaml.span(old).start() > YamlText.scalar(old).orElse("").length()
        ? '"' + value + '"'
        : value;
  }

  /// Kubernetes' amount of CPUs: `4`, `1.5`, `500m`.
  private static Optional<BigDecimal> cpus(String text) {
    if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?m?")) {
      return Optional.empty();
    }
    boolean milli = text.endsWith("m");
    var number = new BigDecimal(milli ? text.substring(0, text.length() - 1) : text);
    return Optional.of(milli ? number.movePointLeft(3) : number);
  }

  private void add(Span span, String message, List<Splice> correction) {
    found.add(Finding.error("I-15", span, message, correction));
  }
}
