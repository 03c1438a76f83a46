package org.numascape.app.connect;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.numascape.app.store.Background;
import org.numascape.format.FormatException;
import org.numascape.sample.SampleHost;
import org.numascape.sample.SampleHosts;

/// The sample hosts to choose from: what each is, what it teaches and where its numbers come from.
final class SampleGallery extends Dialog<String> {

  private final ListView<SampleHost> list = new ListView<>();
  private final VBox words = new VBox(10);

  SampleGallery(Window owner, Background background) {
    initOwner(owner);
    setTitle("Sample hosts");
    setHeaderText("Sample hosts");
    setResizable(true);
    list.setId("samples");
    list.setPrefSize(330, 380);
    list.setPlaceholder(new Label("Reading the samples…"));
    list.setCellFactory(view -> new Cell());
    words.setPadding(new Insets(4, 4, 4, 16));
    words.setPrefWidth(400);
    HBox.setHgrow(words, Priority.ALWAYS);
    getDialogPane().setContent(new HBox(list, words));
    var open = new ButtonType("Open", ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(open, ButtonType.CANCEL);
    var button = getDialogPane().lookupButton(open);
    button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    list.getSelectionModel().selectedItemProperty().subscribe(this::tell);
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && list.getSelectionModel().getSelectedItem() != null) {
        setResult(list.getSelectionModel().getSelectedItem().name());
        close();
      }
    });
    setResultConverter(
        type -> type == open ? list.getSelectionModel().getSelectedItem().name() : null);
    background.start(
        "Reading the samples",
        SampleGallery::all,
        samples -> {
          list.getItems().setAll(samples);
          list.getSelectionModel().selectFirst();
        },
        failure -> list.setPlaceholder(new Label(Failures.sentence(failure))));
  }

  private static List<SampleHost> all() throws FormatException {
    var samples = new ArrayList<SampleHost>();
    for (String name : SampleHosts.names()) {
      samples.add(SampleHosts.load(name));
    }
    return samples;
  }

  private void tell(@Nullable SampleHost sample) {
    words.getChildren().clear();
    if (sample != null) {
      var title = new Label(sample.title());
      title.getStyleClass().add("panel-title");
      words
          .getChildren()
          .addAll(
              title,
              text(facts(sample), "muted"),
              text(sample.story(), ""),
              text(sample.origin(), "muted"));
    }
  }

  private static Label text(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private static String facts(SampleHost sample) {
    var host = sample.topology();
    return host.pus().size()
        + " CPUs · "
        + host.nodes().size()
        + " NUMA node"
        + (host.nodes().size() == 1 ? "" : "s")
        + " · "
        + sample.domains().size()
        + " VMs";
  }

  private static final class Cell extends ListCell<SampleHost> {
    Cell() {
      // No wider than the list, so that a long title takes two lines.
      setPrefWidth(0);
      setWrapText(true);
    }

    @Override
    protected void updateItem(@Nullable SampleHost sample, boolean empty) {
      super.updateItem(sample, empty);
      setText(empty || sample == null ? "" : sample.title());
    }
  }
}
