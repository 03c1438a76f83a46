package org.numascape.app.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.numascape.app.store.Background;
import org.numascape.app.theme.Theme;

/// The samples as tiles, a search above them, the story of the chosen one beside them. Arrow keys
/// walk the tiles, Enter opens.
final class GalleryDialog extends Dialog<String> {

  private final Background background;
  private final Shelf shelf;
  private final TextField search = new TextField();
  private final FlowPane tiles = new FlowPane(10, 10);
  private final ScrollPane scroll = new ScrollPane(tiles);
  private final Label none = new Label("No sample has these words.");
  private final SampleStory story = new SampleStory();
  private final ToggleGroup group = new ToggleGroup();
  private final List<SampleTile> all = new ArrayList<>();
  private final ButtonType open = new ButtonType("Open", ButtonBar.ButtonData.OK_DONE);

  GalleryDialog(Window owner, Background background, Shelf shelf) {
    this.background = background;
    this.shelf = shelf;
    initOwner(owner);
    setTitle("Sample hosts");
    setResizable(true);
    getDialogPane().setId("gallery");
    getDialogPane().getStyleClass().addAll("gallery", "wide");
    getDialogPane().setContent(content());
    getDialogPane()
        .setPrefSize(Math.min(1120, owner.getWidth() - 60), Math.min(760, owner.getHeight() - 80));
    getDialogPane().getButtonTypes().addAll(open, ButtonType.CANCEL);
    getDialogPane()
        .lookupButton(open)
        .disableProperty()
        .bind(group.selectedToggleProperty().isNull());
    getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    shelf.names().forEach(this::add);
    search.textProperty().subscribe(this::filter);
    group.selectedToggleProperty().subscribe(toggle -> tell());
    setResultConverter(type -> type == open ? chosen().map(SampleTile::name).orElse(null) : null);
    setOnShown(event -> Platform.runLater(search::requestFocus));
  }

  private Node content() {
    search.setId("gallery-search");
    search.setPromptText("Search: HBM, CXL, 4 nodes, laptop…");
    search.setAccessibleText("Search the sample hosts");
    var title = new Label("Sample hosts");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.getStyleClass().add("gallery-title");
    var hint = new Label("No hypervisor needed; nothing you do to them changes anything real.");
    hint.getStyleClass().add("muted");
    hint.setMinWidth(0);
    HBox.setHgrow(hint, Priority.ALWAYS);
    hint.setMaxWidth(Double.MAX_VALUE);
    search.setPrefWidth(280);
    var head = new HBox(14, title, hint, search);
    head.getStyleClass().add("gallery-head");
    tiles.setId("samples");
    tiles.setPadding(new Insets(2));
    none.getStyleClass().add("muted");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    story.setPrefWidth(310);
    story.setMinWidth(240);
    var frame = new BorderPane(scroll);
    frame.setTop(head);
    frame.setRight(story);
    frame.setPadding(new Insets(14, 14, 0, 14));
    return frame;
  }

  private void add(String name) {
    var tile = new SampleTile(name);
    tile.setToggleGroup(group);
    tile.setFocusTraversable(false);
    tile.setOnMouseClicked(event -> {
      tile.setSelected(true);
      if (event.getClickCount() == 2) {
        finish();
      }
    });
    tile.focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            tile.setSelected(true);
            reveal(tile);
          }
        });
    all.add(tile);
    tiles.getChildren().add(tile);
    background.start(
        "Reading the samples",
        () -> shelf.sample(name),
        sample -> {
          tile.tell(sample);
          if (all.getFirst() == tile && group.getSelectedToggle() == null) {
            tile.setSelected(true);
          } else if (tile.isSelected()) {
            tell();
          }
          filter(search.getText());
        },
        failure -> tile.setDisable(true));
    boolean dark = Theme.dark().get();
    background.start(
        "Drawing the samples", () -> shelf.picture(name, dark), tile::show, failure -> {});
  }

  private Optional<SampleTile> chosen() {
    return Optional.ofNullable((SampleTile) group.getSelectedToggle());
  }

  private void tell() {
    var tile = chosen();
    all.forEach(one -> one.setFocusTraversable(tile.filter(one::equals).isPresent()));
    if (tile.isEmpty()) {
      story.clear();
      return;
    }
    shelf.known(tile.get().name()).ifPresentOrElse(story::tell, story::clear);
  }

  /// Every word has to be there, in any order.
  private void filter(String typed) {
    var words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    var left =
        all.stream().filter(tile -> words.stream().allMatch(tile.words()::contains)).toList();
    if (!tiles.getChildren().equals(left)) {
      tiles.getChildren().setAll(left.isEmpty() ? List.of(none) : List.copyOf(left));
    }
    if (chosen().filter(left::contains).isEmpty()) {
      group.selectToggle(left.isEmpty() ? null : left.getFirst());
    }
  }

  private void finish() {
    chosen()
        .ifPresent(tile -> {
          setResult(tile.name());
          close();
        });
  }

  private void pressed(KeyEvent event) {
    boolean searching = search.isFocused();
    var code = event.getCode();
    if (code == KeyCode.ENTER && (searching || onTile())) {
      finish();
    } else if (code == KeyCode.DOWN && searching) {
      chosen().ifPresent(Node::requestFocus);
    } else if (onTile() && code.isArrowKey()) {
      walk(code);
    } else {
      return;
    }
    event.consume();
  }

  private boolean onTile() {
    return chosen().filter(Node::isFocused).isPresent();
  }

  private void walk(KeyCode code) {
    var shown = tiles.getChildren();
    int at = shown.indexOf(chosen().orElseThrow());
    int step =
        switch (code) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -columns();
          default -> columns();
        };
    if (at + step < 0) {
      search.requestFocus();
    } else {
      shown.get(Math.min(at + step, shown.size() - 1)).requestFocus();
    }
  }

  private int columns() {
    var shown = tiles.getChildren();
    double first = shown.getFirst().getLayoutY();
    return (int)
        Math.max(
            1,
            Stream.of(shown.toArray(Node[]::new)).filter(one -> one.getLayoutY() == first).count());
  }

  private void reveal(Node tile) {
    var area = tile.getBoundsInParent();
    double room = tiles.getHeight() - scroll.getViewportBounds().getHeight();
    if (room <= 0) {
      return;
    }
    double top = scroll.getVvalue() * room;
    double bottom = top + scroll.getViewportBounds().getHeight();
    if (area.getMinY() < top) {
      scroll.setVvalue(area.getMinY() / room);
    } else if (area.getMaxY() > bottom) {
      scroll.setVvalue((area.getMaxY() - scroll.getViewportBounds().getHeight()) / room);
    }
  }
}
