package org.numascape.app.review;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.widget.CopyButton;
import org.numascape.apply.ApplyReport;
import org.numascape.apply.Outcome;
import org.numascape.design.DomainId;

/// What was done, what was not, and what was read back, on one page that can be copied.
final class ResultPage extends BorderPane implements Page {

  /// What the page asks for.
  interface Wishes {
    /// To try a guest again without the check against the schema.
    void retryUnchecked(DomainId id);

    /// To look at the host and at what is left to do.
    void reviewAgain();

    /// To go back to the picture.
    void close();
  }

  private final Wishes wishes;
  private final Button close = new Button("Close");

  /// @param notRead why the host could not be read again after the apply; empty where it was
  ResultPage(ApplyReport report, Optional<String> notRead, Wishes wishes) {
    this.wishes = wishes;
    getStyleClass().addAll("review-page", "result-page");
    setId("result");
    setTop(head(report));
    var items = new VBox(10);
    items.getStyleClass().add("result-items");
    report.pools().forEach(pool -> items.getChildren().add(ResultCard.of(pool)));
    report.domains().forEach(outcome -> items.getChildren().add(ResultCard.of(outcome, wishes)));
    notRead.ifPresent(words -> items.getChildren().add(ResultCard.stale(words)));
    var scroll = new ScrollPane(items);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    setCenter(scroll);
    close.setId("result-close");
    close.getStyleClass().add("accent");
    close.setOnAction(event -> wishes.close());
    var copy = new CopyButton("Copy report", "this report as text", report::text);
    copy.setId("copy-report");
    setBottom(new Foot(List.of(copy), buttons(report, wishes)));
  }

  private List<Node> buttons(ApplyReport report, Wishes wishes) {
    if (report.complete()) {
      return List.of(close);
    }
    var again = new Button("Review again");
    again.setId("review-again");
    again.setTooltip(new Tooltip("Look at the host and at what is left to do"));
    again.setOnAction(event -> wishes.reviewAgain());
    return List.of(again, close);
  }

  @Override
  public void focus() {
    close.requestFocus();
  }

  @Override
  public void escape() {
    wishes.close();
  }

  @Override
  public void confirm() {
    wishes.close();
  }

  private static Node head(ApplyReport report) {
    boolean complete = report.complete();
    var icon = new FontIcon(complete ? Material2AL.CHECK_CIRCLE : Material2MZ.WARNING);
    icon.getStyleClass().addAll("result-icon", complete ? "line-done" : "line-warning");
    var title =
        new Label(
            complete ? "Everything is done and verified" : "Not everything was done or verified");
    title.setId("result-title");
    title.getStyleClass().add("review-title");
    var host = new Label(counts(report));
    host.getStyleClass().add("muted");
    var row = new HBox(12, icon, new VBox(2, title, host));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("review-head");
    return row;
  }

  private static String counts(ApplyReport report) {
    long done =
        report.domains().stream()
            .filter(o -> o instanceof Outcome.Applied applied && applied.verified())
            .count();
    String machines =
        report.domains().isEmpty()
            ? ""
            : done + " of " + report.domains().size() + " machines verified · ";
    return machines + report.host();
  }
}
