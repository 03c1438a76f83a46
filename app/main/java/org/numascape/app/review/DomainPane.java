package org.numascape.app.review;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.numascape.app.widget.CopyButton;
import org.numascape.app.widget.DiffView;
import org.numascape.apply.DomainPlan;
import org.numascape.apply.XmlDiff;

/// How the XML of the selected guest changes.
final class DomainPane extends BorderPane {

  private static final int CONTEXT = 3;

  private final Label name = new Label();
  private final DiffView diff = new DiffView();
  private final Node copies;
  private Optional<DomainPlan> shown = Optional.empty();

  DomainPane() {
    getStyleClass().add("domain-pane");
    setMinHeight(0);
    name.getStyleClass().add("card-title");
    diff.setId("review-diff");
    diff.setMinHeight(60);
    copies = copies();
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(10, name, gap, copies);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("domain-pane-head");
    setTop(head);
    setCenter(diff);
  }

  private Node copies() {
    var whole = new CheckBox("Whole XML");
    whole.setMinWidth(USE_PREF_SIZE);
    diff.whole().bind(whole.selectedProperty());
    var difference =
        new CopyButton("Copy diff", "the difference; passwords are masked", this::difference);
    var xml =
        new CopyButton(
            "Copy XML",
            "the whole new definition, with any password that is in it",
            () -> shown.map(DomainPlan::newXml).orElse(""));
    xml.setId("copy-xml");
    var row = new HBox(10, whole, difference, xml);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// Shows a card's XML.
  void show(Card card) {
    switch (card) {
      case Card.Host _ -> {
        shown = Optional.empty();
        name.setText("Set on the host itself; no XML changes");
        diff.show(XmlDiff.of("", ""));
      }
      case Card.OfGuest(var plan) -> {
        boolean same = shown.filter(old -> old.newXml().equals(plan.newXml())).isPresent();
        shown = Optional.of(plan);
        name.setText(plan.name() + ".xml");
        if (!same) {
          diff.show(plan.diff());
        }
      }
    }
    copies.setVisible(shown.isPresent());
  }

  private String difference() {
    return shown
        .map(plan ->
            plan.diff()
                .unified("host/" + plan.name() + ".xml", "design/" + plan.name() + ".xml", CONTEXT))
        .orElse("");
  }
}
