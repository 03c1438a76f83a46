package org.numascape.app.cost;

import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.numascape.analysis.CostTerms;
import org.numascape.analysis.CostTerms.Term;
import org.numascape.analysis.Estimate;

/// The terms of a number, one a line: cell, way, share, time, where the time comes from; and their
/// sum.
final class TermTable extends GridPane {

  /// More lines than this are counted instead.
  private static final int MOST = 8;

  TermTable(CostTerms terms) {
    setId("cost-terms");
    getStyleClass().add("cost-terms");
    setHgap(10);
    setVgap(4);
    boolean cells = terms.terms().stream().map(Term::cell).distinct().count() > 1;
    int row = 0;
    for (var term : terms.terms().stream().limit(MOST).toList()) {
      String way = cells ? "cell " + term.cell() + ": " + term.path() : term.path();
      add(label(way, "words"), 0, row);
      add(figure(Math.round(term.share() * 100) + " %"), 1, row);
      add(figure("of " + term.time()), 2, row);
      var source = label(term.source(), "term-source");
      add(source, 0, row + 1, 3, 1);
      row += 2;
    }
    if (terms.terms().size() > MOST) {
      add(
          label("and " + (terms.terms().size() - MOST) + " more ways", "term-source"),
          0,
          row++,
          3,
          1);
    }
    var sum = label(cells ? "Own cells, together" : "Together", "cost-sum");
    add(sum, 0, row);
    var total = figure(sum(terms.ownCell()));
    total.setId("cost-sum");
    add(total, 1, row, 2, 1);
    setAccessibleText(
        terms.terms().stream()
            .limit(MOST)
            .map(
                term -> term.path() + " " + Math.round(term.share() * 100) + " % of " + term.time())
            .collect(Collectors.joining(", ", "Terms: ", "")));
  }

  private static String sum(Estimate estimate) {
    return estimate.nanoseconds() + " (" + estimate.words() + ")";
  }

  private static Label figure(String text) {
    var label = label(text, "cost-figure");
    GridPane.setHalignment(label, HPos.RIGHT);
    GridPane.setValignment(label, VPos.TOP);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
