package org.numascape.app.review;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.numascape.check.Problem;
import org.numascape.check.Severity;
import org.numascape.design.Design;
import org.numascape.design.Guest;

/// An amber box of sentences a person should have read before they decide.
final class NoticeBox extends VBox {

  /// More are counted, not listed.
  private static final int LISTED = 4;

  private NoticeBox(String title, List<String> sentences) {
    super(4);
    getStyleClass().add("notice-box");
    setMinHeight(USE_PREF_SIZE);
    setVisible(!sentences.isEmpty());
    setManaged(!sentences.isEmpty());
    var lines = new ArrayList<>(sentences.subList(0, Math.min(LISTED, sentences.size())));
    if (sentences.size() > LISTED) {
      lines.add("and " + (sentences.size() - LISTED) + " more");
    }
    var head = label(title);
    head.getStyleClass().add("notice-title");
    getChildren().add(head);
    lines.forEach(line -> getChildren().add(label(line)));
  }

  private static Label label(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  /// What changed on both sides since the host was read; not to be seen where nothing did.
  static NoticeBox conflicts(List<String> sentences) {
    var box = new NoticeBox("Changed by you and on the host", sentences);
    box.setId("conflicts");
    return box;
  }

  /// What is still wrong after the apply; advice is left to the problems panel. Not to be seen
  /// where nothing is.
  static NoticeBox remaining(Design design, List<Problem> problems) {
    var worse = problems.stream().filter(problem -> problem.severity() != Severity.INFO).toList();
    var box =
        new NoticeBox(
            title(worse),
            worse.stream()
                .map(problem -> who(design, problem) + ": " + problem.message())
                .toList());
    box.setId("remaining");
    return box;
  }

  private static String who(Design design, Problem problem) {
    return problem.domain().flatMap(design::guest).map(Guest::name).orElse("host");
  }

  private static String title(List<Problem> worse) {
    long errors = worse.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
    long warnings = worse.size() - errors;
    String found =
        errors == 0
            ? counted(warnings, "warning")
            : counted(errors, "error")
                + (warnings == 0 ? "" : " and " + counted(warnings, "warning"));
    return found + (worse.size() == 1 ? " remains" : " remain") + " after this";
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
