package org.numascape.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One of the two hosts: a list to choose from, words to narrow it, and ways to hosts that are not
/// in it. What was asked for joins the list and is chosen.
final class HostPicker extends VBox {

  private final List<HostChoice> all;
  private final TextField search = new TextField();
  private final ListView<HostChoice> list = new ListView<>();

  /// A picker; its parts are called `id`, `id-search` and `id-more`.
  HostPicker(String id, String title, Offer offer) {
    super(6);
    all = new ArrayList<>(offer.choices());
    var head = new Label(title);
    head.setLabelFor(list);
    head.getStyleClass().add("section-title");
    search.setId(id + "-search");
    search.setPromptText("Search");
    search.setAccessibleText(title + ": search");
    HBox.setHgrow(search, Priority.ALWAYS);
    search.textProperty().subscribe(this::narrow);
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
          }
        });
    list.setId(id);
    list.setAccessibleText(title);
    list.setCellFactory(view -> new HostChoiceCell());
    list.setPlaceholder(new Label("No host has these words."));
    list.getStyleClass().addAll("dense", "bordered");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, new HBox(6, search, more(id, offer)), list);
  }

  private MenuButton more(String id, Offer offer) {
    var more = new MenuButton("Another");
    more.setId(id + "-more");
    more.setMinWidth(Button.USE_PREF_SIZE);
    for (var question : offer.questions()) {
      var item = new MenuItem(question.label());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> question.ask().accept(getScene().getWindow(), this::add));
      more.getItems().add(item);
    }
    return more;
  }

  /// Puts a host on top and chooses it.
  void add(HostChoice choice) {
    all.remove(choice);
    all.addFirst(choice);
    search.clear();
    narrow("");
    choose(choice);
  }

  /// Chooses a host of the list.
  void choose(HostChoice choice) {
    selection().select(choice);
    list.scrollTo(Math.max(0, selection().getSelectedIndex() - 1));
  }

  /// Chooses the first host of the list from the `index`-th on; the last one where there are fewer.
  void chooseAt(int index) {
    if (!list.getItems().isEmpty()) {
      choose(list.getItems().get(Math.min(index, list.getItems().size() - 1)));
    }
  }

  /// What is chosen.
  Optional<HostChoice> chosen() {
    return Optional.ofNullable(selection().getSelectedItem());
  }

  MultipleSelectionModel<HostChoice> selection() {
    return list.getSelectionModel();
  }

  /// Takes the focus to where one types.
  void begin() {
    search.requestFocus();
  }

  /// Every word has to be there, in any order; what was chosen stays so while it is seen.
  private void narrow(String typed) {
    var words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    var was = chosen();
    var left =
        all.stream()
            .filter(choice -> {
              String said = (choice.group() + " " + choice.label()).toLowerCase(Locale.ROOT);
              return words.stream().allMatch(said::contains);
            })
            .toList();
    list.getItems().setAll(left);
    was.filter(left::contains).ifPresentOrElse(this::choose, () -> chooseAt(0));
  }
}
