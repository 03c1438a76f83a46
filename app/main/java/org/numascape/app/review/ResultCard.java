package org.numascape.app.review;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.apply.Finding;
import org.numascape.apply.Finding.Match;
import org.numascape.apply.Outcome;
import org.numascape.apply.PoolOutcome;

/// What became of one thing.
final class ResultCard extends VBox {

  private ResultCard(Ikon glyph, String style, String title) {
    super(5);
    getStyleClass().addAll("review-card", "result-card");
    var icon = new FontIcon(glyph);
    icon.getStyleClass().add(style);
    var name = new Label(title);
    name.getStyleClass().add("card-title");
    var head = new HBox(8, icon, name);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
  }

  /// A huge-page pool.
  static Node of(PoolOutcome pool) {
    var card =
        pool.reached()
            ? new ResultCard(Material2AL.CHECK, "line-done", "Host: verified")
            : new ResultCard(Material2MZ.WARNING, "line-warning", "Host: different");
    card.say(pool.line());
    return card;
  }

  /// A guest.
  static Node of(Outcome outcome, ResultPage.Wishes wishes) {
    return switch (outcome) {
      case Outcome.Applied applied -> applied(applied);
      case Outcome.Failed failed -> failed(failed, wishes);
      case Outcome.NotBegun left -> {
        var card = new ResultCard(Material2MZ.REMOVE, "line-not", left.name() + ": not begun");
        card.say("The apply was stopped before; nothing of it was changed.");
        yield card;
      }
    };
  }

  /// The host could not be read again.
  static Node stale(String words) {
    var card = new ResultCard(Material2MZ.WARNING, "line-warning", "The picture is not up to date");
    card.say(words + " Press F5 to read the host again.");
    return card;
  }

  private static Node applied(Outcome.Applied applied) {
    var card =
        applied.verified()
            ? new ResultCard(Material2AL.CHECK, "line-done", applied.name() + ": verified")
            : new ResultCard(
                Material2MZ.WARNING, "line-warning", applied.name() + ": done, but different");
    var good = new ArrayList<Finding>();
    for (var finding : applied.findings()) {
      if (finding.match() == Match.VERIFIED) {
        good.add(finding);
      } else {
        card.say(finding.line());
      }
    }
    card.fold(good);
    return card;
  }

  private static Node failed(Outcome.Failed failed, ResultPage.Wishes wishes) {
    boolean back = failed.notRestored().isEmpty();
    String title =
        failed.name()
            + ": failed"
            + (back ? ", and is as it was before" : ", and could not be set back entirely");
    var card = new ResultCard(Material2AL.ERROR, "line-failed", title);
    card.say("Failed to " + failed.step() + ". " + failed.reason().sentence());
    failed.restored().forEach(what -> card.say("Restored: " + what));
    for (String what : failed.notRestored()) {
      card.say("NOT restored: " + what).getStyleClass().add("card-warning");
    }
    if (failed.restored().isEmpty() && back) {
      card.say("Nothing of it was changed.");
    }
    failed.remedy().ifPresent(remedy -> card.offer(remedy, failed, wishes));
    return card;
  }

  private void offer(Outcome.Remedy remedy, Outcome.Failed failed, ResultPage.Wishes wishes) {
    switch (remedy) {
      case RETRY_WITHOUT_VALIDATION -> {
        say(
            "The host's libvirt does not know something in the definition. Sent without the check, it drops that.");
        var retry = new Button("Try without the check");
        retry.setId("retry-" + failed.name());
        retry.setOnAction(event -> wishes.retryUnchecked(failed.id()));
        getChildren().add(retry);
      }
    }
  }

  private Label say(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    getChildren().add(label);
    return label;
  }

  private void fold(List<Finding> good) {
    if (good.isEmpty()) {
      return;
    }
    var lines = new VBox(2);
    for (var finding : good) {
      var label = new Label(finding.line());
      label.setWrapText(true);
      lines.getChildren().add(label);
    }
    String count =
        good.size() == 1
            ? "1 thing read back as wanted"
            : good.size() + " things read back as wanted";
    var fold = new TitledPane(count, lines);
    fold.setExpanded(false);
    fold.setAnimated(false);
    fold.getStyleClass().addAll("dense", "findings");
    getChildren().add(fold);
  }
}
