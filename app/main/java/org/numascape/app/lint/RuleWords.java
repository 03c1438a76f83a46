package org.numascape.app.lint;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.numascape.lint.LintText;

/// Everything there is to say about the rule that a finding breaks.
final class RuleWords extends ScrollPane {

  private final VBox box = new VBox(10);

  RuleWords() {
    setContent(box);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setId("lint-rule");
    box.getStyleClass().add("lint-rule");
    clear();
  }

  /// Asks to choose a finding.
  void clear() {
    box.getChildren().setAll(words("Choose a finding to read why it matters.", "muted"));
  }

  /// Explains a rule.
  void show(String code) {
    LintText.find(code)
        .ifPresent(text -> {
          box.getChildren()
              .setAll(
                  words(text.title() + "  " + code, "explanation-title"),
                  part("What is wrong", text.what()),
                  part("Why it matters", text.why()),
                  part("How to see it", text.see()),
                  part("How to fix it, and what that costs", text.fix()));
          if (!text.exception().isEmpty()) {
            box.getChildren().add(part("When it is right", text.exception()));
          }
          setVvalue(0);
        });
  }

  private static Node part(String title, String words) {
    return new VBox(2, words(title, "part-title"), words(words, "part-words"));
  }

  private static Label words(String text, String style) {
    var words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add(style);
    return words;
  }
}
