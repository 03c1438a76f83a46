package org.numascape.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.design.Item;
import org.numascape.topology.Contradiction;
import org.numascape.topology.Guess;
import org.numascape.topology.HostFacts;

/// What is not certain of a host: where its sources disagree, and what the program concluded.
interface Doubts {

  /// Longer lists say how many there are more.
  int SHOWN = 12;

  /// Adds what is not certain of the whole host, if anything is.
  static void addTo(Sheet sheet) {
    var facts = sheet.store().design().host().facts();
    if (!facts.contradictions().isEmpty()) {
      sheet.section("Sources disagree", Optional.of(sign(Material2MZ.REPORT_PROBLEM)));
      sheet.words(() -> "What comes first is what is shown.");
      sheet.add(list("contradictions", facts.contradictions().stream().map(Doubts::told).toList()));
    }
    if (!facts.guesses().isEmpty()) {
      sheet.section("Guessed", Optional.of(sign(Material2AL.HELP_OUTLINE)));
      sheet.words(() -> "No source tells this.");
      sheet.add(
          list("guesses", facts.guesses().stream().map(guess -> told(sheet, guess)).toList()));
    }
  }

  /// Says that something about a part is a guess.
  static Optional<Label> about(HostFacts facts, org.numascape.topology.ObjectId part) {
    return facts
        .guess(part)
        .map(guess -> {
          var words = wrapped("A guess: " + guess.why());
          words.setId("inspector-guess");
          words.setGraphic(new FontIcon(Material2AL.HELP_OUTLINE));
          words.getStyleClass().add("notice");
          words.setMaxWidth(Double.MAX_VALUE);
          return words;
        });
  }

  private static FontIcon sign(org.kordamp.ikonli.Ikon icon) {
    var sign = new FontIcon(icon);
    sign.getStyleClass().add("doubt-sign");
    return sign;
  }

  private static VBox list(String id, List<Node> lines) {
    var box = new VBox(8);
    box.setId(id);
    lines.stream().limit(SHOWN).forEach(box.getChildren()::add);
    if (lines.size() > SHOWN) {
      box.getChildren().add(muted("and " + HostWords.count(lines.size() - SHOWN) + " more"));
    }
    return box;
  }

  private static Node told(Contradiction contradiction) {
    var about = wrapped(contradiction.about());
    about.getStyleClass().add("contradiction-about");
    return new VBox(
        2,
        about,
        muted(
            contradiction.claims().stream()
                .map(claim -> claim.source() + " says " + claim.says())
                .collect(Collectors.joining("\n"))));
  }

  private static Node told(Sheet sheet, Guess guess) {
    var why = muted(guess.why());
    return sheet
        .store()
        .design()
        .host()
        .object(guess.object())
        .<Node>map(object -> {
          var link = new Hyperlink(HostWords.name(object));
          link.setTooltip(new Tooltip("Select " + HostWords.name(object)));
          link.setOnAction(event -> sheet.store().select(List.of(new Item.OnHost(object.id()))));
          return new VBox(2, link, why);
        })
        .orElse(why);
  }

  private static Label muted(String text) {
    var words = wrapped(text);
    words.getStyleClass().add("muted");
    return words;
  }

  private static Label wrapped(String text) {
    var words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("small-text");
    return words;
  }
}
