package org.numascape.app.gallery;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.sample.SampleHost;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// What one sample teaches and where its numbers come from.
final class SampleStory extends ScrollPane {

  private final VBox words = new VBox(10);

  SampleStory() {
    setId("sample-story");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    getStyleClass().add("sample-story");
    words.getStyleClass().add("sample-words");
    setContent(words);
  }

  /// Tells of a sample.
  void tell(SampleHost sample) {
    var title = text(sample.title(), "sheet-title");
    title.getStyleClass().add("panel-title");
    words
        .getChildren()
        .setAll(
            title,
            text(counts(sample), "muted"),
            text(sample.story(), "sample-text"),
            text("Where the numbers come from", "section-title"),
            text(sample.origin(), "muted"),
            text("numascape sample:" + sample.name(), "mono"));
    setVvalue(0);
  }

  /// Shows nothing.
  void clear() {
    words.getChildren().clear();
  }

  private static Label text(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /// `64 CPUs · 4 nodes · 256 GiB · 4 VMs`
  static String counts(SampleHost sample) {
    var host = sample.topology();
    var parts = new ArrayList<String>();
    parts.add(count(host.pus().size(), "CPU"));
    parts.add(count(host.nodes().size(), "node"));
    long kib = host.nodes().values().stream().mapToLong(NumaNode::memoryKib).sum();
    parts.add(MemorySize.ofKib(kib).toString());
    if (!sample.domains().isEmpty()) {
      parts.add(count(sample.domains().size(), "VM"));
    }
    return String.join(" · ", parts);
  }

  private static String count(int count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  /// Everything a search looks through, in small letters.
  static String words(SampleHost sample) {
    String models =
        sample.topology().all(CpuPackage.class).stream()
            .map(CpuPackage::model)
            .distinct()
            .collect(Collectors.joining(" "));
    return String.join(" ", sample.name(), sample.title(), sample.story(), models, counts(sample))
        .toLowerCase(Locale.ROOT);
  }
}
