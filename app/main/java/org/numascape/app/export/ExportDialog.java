package org.numascape.app.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.app.store.Background;
import org.numascape.app.widget.CopyButton;
import org.numascape.topology.HostTopology;

/// Asks in which form a host is wanted, and shows the text that would be written.
final class ExportDialog extends Dialog<ExportDialog.Answer> {

  /// More than this nobody reads in a dialog, and a text area is slow with.
  private static final int SHOWN = 20_000;

  /// A host as text and the form it is in.
  record Answer(Form form, Form.Written written) {}

  private final Background background;
  private final HostTopology host;
  private final ChoiceBox<Form> form = new ChoiceBox<>();
  private final CheckBox names = new CheckBox("Names of host and hardware");
  private final TextArea preview = new TextArea();
  private final Label told = new Label();
  private final CopyButton copy = new CopyButton("Copy", "the text", this::text);
  private final ButtonType save = new ButtonType("Save…", ButtonBar.ButtonData.OK_DONE);
  private Optional<Answer> written = Optional.empty();
  private Runnable stop = () -> {};

  ExportDialog(Window owner, Background background, HostTopology host) {
    this.background = background;
    this.host = host;
    initOwner(owner);
    setTitle("Export host");
    setHeaderText("Write the host for other programs");
    setResizable(true);
    form.setId("export-form");
    form.getItems().addAll(Form.values());
    form.setValue(Form.HWLOC);
    form.setAccessibleText("Form");
    names.setId("export-names");
    names.setSelected(true);
    names.setTooltip(
        new Tooltip("Without them nothing tells whose machine it is; serial numbers never do"));
    preview.setId("export-preview");
    preview.setEditable(false);
    preview.setAccessibleText("What would be written");
    preview.getStyleClass().addAll("mono", "export-preview");
    VBox.setVgrow(preview, Priority.ALWAYS);
    told.setId("export-told");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    told.getStyleClass().addAll("muted", "small-text");
    copy.setId("export-copy");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var label = new Label("Form");
    label.setLabelFor(form);
    var questions = new HBox(12, label, form, names, gap, copy);
    questions.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(10, questions, preview, told);
    box.setPadding(new Insets(12, 13, 0, 13));
    getDialogPane().setId("export-dialog");
    getDialogPane().getStyleClass().add("wide");
    getDialogPane().setContent(box);
    getDialogPane()
        .setPrefSize(Math.min(820, owner.getWidth() - 60), Math.min(560, owner.getHeight() - 80));
    getDialogPane().getButtonTypes().addAll(save, ButtonType.CANCEL);
    names.disableProperty().bind(form.valueProperty().map(Form.SYNTHETIC::equals));
    form.getSelectionModel().selectedItemProperty().subscribe(value -> write());
    names.selectedProperty().subscribe(value -> write());
    setResultConverter(type -> type == save ? written.orElse(null) : null);
    setOnHidden(event -> stop.run());
  }

  private void write() {
    stop.run();
    allow(Optional.empty());
    var wanted = form.getValue();
    boolean named = names.isSelected();
    stop =
        background
            .start(
                "Writing the host",
                () -> new Answer(wanted, wanted.write(host, named)),
                this::show,
                this::refuse)
            .cancel();
  }

  private void show(Answer answer) {
    allow(Optional.of(answer));
    String text = answer.written().text();
    boolean whole = text.length() <= SHOWN;
    preview.setText(whole ? text : text.substring(0, SHOWN) + "\n…");
    preview.setWrapText(text.strip().indexOf('\n') < 0);
    told.setText(
        String.format(
            Locale.ROOT,
            "%,d bytes%s. %s",
            text.getBytes(StandardCharsets.UTF_8).length,
            whole ? "" : ", the first of them above",
            String.join(" ", answer.written().lost())));
  }

  private void refuse(Exception failure) {
    preview.setText("");
    told.setText(Optional.ofNullable(failure.getMessage()).orElse("no more is known"));
    told.getStyleClass().add("danger");
  }

  private void allow(Optional<Answer> answer) {
    written = answer;
    told.getStyleClass().remove("danger");
    copy.setDisable(answer.isEmpty());
    getDialogPane().lookupButton(save).setDisable(answer.isEmpty());
  }

  private String text() {
    return written.map(answer -> answer.written().text()).orElse("");
  }
}
