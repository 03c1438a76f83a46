package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.numascape.analysis.Estimate;
import org.numascape.analysis.Latency;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.topology.Contradiction;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// A host's counts and facts for people, what matters for placing first: what is doubtful, nodes,
/// distances, then what else is told.
final class HostText {

  private static final String INDENT = "  ";

  private final HostTopology host;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private HostText(HostTopology host, int width) {
    this.host = host;
    this.width = width;
  }

  /// The lines of one host.
  ///
  /// @param source what it was asked for by
  /// @param width of a line; long words stand over
  static String of(String source, Design design, int width) {
    var text = new HostText(design.host(), width);
    text.heading(source);
    text.doubts();
    text.nodes();
    text.latencies(design);
    new FactsText(design.host()).sections(width - 2 * INDENT.length()).forEach(text::section);
    text.guests(design.guests());
    return String.join("\n", text.lines) + "\n";
  }

  private void heading(String source) {
    String name = host.machine().name();
    lines.add(name.isBlank() ? source : name + " (" + source + ")");
    paragraph("", HostCounts.of(host).words());
    paragraph(
        "CPU: ",
        host.all(CpuPackage.class).stream()
            .map(CpuPackage::model)
            .map(model -> model.strip().replaceAll("\\s+", " "))
            .filter(model -> !model.isBlank())
            .distinct()
            .collect(Collectors.joining("; ")));
    paragraph("caches: ", CacheText.of(host));
  }

  /// Contradictions, and guesses: each reason once, with the objects it is about.
  private void doubts() {
    section(
        "contradictions",
        host.facts().contradictions().stream()
            .flatMap(found -> Wrapped.behind("", words(found), width - 4).stream())
            .toList());
    section("guesses", new GuessText(host).lines(width - 2 * INDENT.length()));
  }

  private static String words(Contradiction contradiction) {
    return contradiction.about()
        + ": "
        + contradiction.claims().stream()
            .map(claim -> claim.source() + " says " + claim.says())
            .collect(Collectors.joining("; "));
  }

  private void nodes() {
    new NodeTable(host).lines(width - INDENT.length()).forEach(line -> lines.add(INDENT + line));
    var nodes = List.copyOf(host.nodes().keySet());
    if (host.distances().isEmpty() || nodes.size() < 2) {
      return;
    }
    var names = nodes.stream().map(String::valueOf).toList();
    var values = new ArrayList<List<String>>();
    for (int from : nodes) {
      values.add(
          nodes.stream()
              .map(to -> host.distances().between(from, to))
              .map(distance -> distance.isPresent() ? "" + distance.getAsInt() : "-")
              .toList());
    }
    var table =
        new SquareTable(
            names, values, which -> NodeSet.of(which.stream().map(nodes::get).toList()).toString());
    section("distances", table.lines(width - 2 * INDENT.length()));
  }

  /// Only where something is measured: else they say no more than the distances.
  private void latencies(Design design) {
    if (design.costs().measured().isEmpty()) {
      return;
    }
    var latency = Latency.of(design);
    var nodes = List.copyOf(host.nodes().keySet());
    var values = new ArrayList<List<String>>();
    for (int from : nodes) {
      values.add(nodes.stream().map(to -> cell(latency, from, to)).toList());
    }
    var table =
        new SquareTable(
            nodes.stream().map(String::valueOf).toList(),
            values,
            which -> NodeSet.of(which.stream().map(nodes::get).toList()).toString());
    section(
        "latencies in ns (≈ estimated; " + design.costs().measured().get().provenance() + ")",
        table.lines(width - 2 * INDENT.length()));
  }

  private static String cell(Latency latency, int from, int to) {
    return latency.provenance(from, to).estimated()
        ? "≈" + Estimate.ns(latency.ns(from, to))
        : Long.toString(Math.round(latency.ns(from, to)));
  }

  private void section(String title, List<String> inside) {
    if (!inside.isEmpty()) {
      lines.add(INDENT + title);
      inside.forEach(line -> lines.add(INDENT.repeat(2) + line));
    }
  }

  private void paragraph(String first, String text) {
    if (!text.isEmpty()) {
      Wrapped.behind(INDENT + first, text, width).forEach(lines::add);
    }
  }

  private void guests(List<Guest> guests) {
    paragraph("guests: ", guests.stream().map(HostText::guest).collect(Collectors.joining(", ")));
  }

  private static String guest(Guest guest) {
    String state = guest.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Wrapped.tied(guest.name() + " (" + state + ")");
  }
}
