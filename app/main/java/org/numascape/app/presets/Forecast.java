package org.numascape.app.presets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.widget.SeverityIcon;
import org.numascape.check.Problem;
import org.numascape.check.Severity;
import org.numascape.placement.PillLine;
import org.numascape.placement.Tone;

/// What a preset would come to: news, steps, and what becomes of the problems.
final class Forecast extends ScrollPane {

  private final VBox lines = new VBox(6);

  Forecast() {
    setId("preset-forecast");
    getStyleClass().addAll("edge-to-edge", "preset-forecast");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    lines.setMinWidth(0);
    setContent(lines);
  }

  /// Shows all of it; what becomes of the problems may not be known yet.
  void show(List<PillLine> news, List<String> steps, Optional<Outlook> outlook) {
    var all = new ArrayList<Node>();
    news.forEach(line -> all.add(line(sign(line.tone()), tone(line.tone()), line.text())));
    if (!steps.isEmpty()) {
      all.add(head("What changes", "preset-steps"));
      steps.forEach(step -> all.add(line(Material2AL.CHEVRON_RIGHT, "muted-sign", step)));
    }
    outlook.ifPresent(what -> problems(all, what));
    lines.getChildren().setAll(all);
    setVvalue(0);
  }

  private static void problems(List<Node> all, Outlook what) {
    if (!what.added().isEmpty()) {
      all.add(head("Problems it would bring", "preset-added"));
      what.added().forEach(problem -> all.add(problem(problem)));
    }
    if (!what.left().isEmpty()) {
      all.add(head("Problems that stay", "preset-left"));
      what.left().forEach(problem -> all.add(problem(problem)));
    }
    if (!what.solved().isEmpty()) {
      all.add(head("Problems it would solve", "preset-solved"));
      what.solved()
          .forEach(problem ->
              all.add(
                  line(
                      Material2AL.CHECK_CIRCLE,
                      "good-sign",
                      problem.code() + "  " + problem.message())));
    }
    if (what.added().isEmpty() && what.left().isEmpty()) {
      all.add(
          line(Material2AL.CHECK_CIRCLE, "good-sign", "Nothing would be wrong with this guest."));
    }
  }

  private static Label head(String words, String id) {
    var head = new Label(words);
    head.setId(id);
    head.getStyleClass().add("section-title");
    return head;
  }

  private static HBox problem(Problem problem) {
    var line =
        line(
            SeverityIcon.shape(problem.severity()),
            problem.severity() == Severity.ERROR
                ? "bad-sign"
                : problem.severity() == Severity.WARNING ? "caution-sign" : "muted-sign",
            problem.code() + "  " + problem.message());
    Tooltip.install(line, new Tooltip(problem.title()));
    return line;
  }

  private static HBox line(Ikon sign, String style, String text) {
    var icon = new FontIcon(sign);
    icon.getStyleClass().addAll("preset-sign", style);
    var words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var line = new HBox(8, icon, words);
    line.getStyleClass().add("preset-line");
    return line;
  }

  private static Ikon sign(Tone tone) {
    return switch (tone) {
      case GOOD -> Material2AL.CHECK_CIRCLE;
      case PLAIN -> Material2AL.INFO;
      case CAUTION -> Material2MZ.WARNING;
      case BAD -> Material2AL.ERROR;
    };
  }

  private static String tone(Tone tone) {
    return switch (tone) {
      case GOOD -> "good-sign";
      case PLAIN -> "muted-sign";
      case CAUTION -> "caution-sign";
      case BAD -> "bad-sign";
    };
  }
}
