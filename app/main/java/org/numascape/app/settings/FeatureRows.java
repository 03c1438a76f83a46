package org.numascape.app.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.design.CpuEdit;

/// A line for each feature that is spoken of, and one to speak of another.
final class FeatureRows extends VBox {

  /// libvirt's words, and what they mean.
  private static final List<Choice<String>> POLICIES =
      List.of(
          new Choice<>("require", "require – no start without it"),
          new Choice<>("disable", "disable – the guest has it not"),
          new Choice<>("optional", "optional – where the host has it"),
          new Choice<>("force", "force – claimed, even without it"),
          new Choice<>("forbid", "forbid – no start where the host has it"));

  private final GuestForm form;
  private final VBox rows = new VBox(6);
  private Map<String, String> shown = Map.of();

  FeatureRows(GuestForm form) {
    super(8);
    this.form = form;
    setId("cpu-features");
    getChildren().addAll(rows, another());
    form.follow(this::show);
  }

  private void show() {
    var features = form.domain().cpu().features();
    if (!features.equals(shown)) {
      shown = features;
      rows.getChildren()
          .setAll(
              features.entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList());
    }
  }

  private Node row(String feature, String policy) {
    var name = new Label(feature);
    name.getStyleClass().add("mono");
    name.setPrefWidth(154);
    name.setMinWidth(154);
    name.setTooltip(new Tooltip(feature));
    var box = policies("feature-" + feature, "Policy of " + feature);
    box.setValue(
        POLICIES.stream()
            .filter(one -> one.value().equals(policy))
            .findFirst()
            .orElse(new Choice<>(policy, policy)));
    box.setOnAction(event -> set(feature, Optional.of(box.getValue().value())));
    var remove = new Button("", new FontIcon(Material2AL.CLOSE));
    remove.getStyleClass().addAll("flat", "form-remove");
    remove.setId("feature-remove-" + feature);
    remove.setTooltip(new Tooltip("Leave " + feature + " to the model"));
    remove.setAccessibleText("Leave " + feature + " to the model");
    remove.setOnAction(event -> set(feature, Optional.empty()));
    return line(name, box, remove);
  }

  private Node another() {
    var name = new TextField();
    name.setId("feature-name");
    name.setPromptText("name, such as topoext");
    name.setAccessibleText("Name of a CPU feature");
    name.getStyleClass().add("edit-field");
    name.setPrefWidth(154);
    name.setMinWidth(154);
    var policy = policies("feature-policy", "Policy of the feature");
    policy.setValue(POLICIES.getFirst());
    var add = new Button("Add");
    add.setId("feature-add");
    add.disableProperty()
        .bind(name.textProperty().map(text -> !text.strip().matches("[A-Za-z0-9_.-]+")));
    add.setOnAction(event -> {
      set(name.getText().strip(), Optional.of(policy.getValue().value()));
      name.clear();
    });
    name.setOnAction(event -> add.fire());
    return line(name, policy, add);
  }

  private static ComboBox<Choice<String>> policies(String id, String words) {
    var box = new ComboBox<Choice<String>>();
    box.setId(id);
    box.setAccessibleText(words);
    box.setTooltip(new Tooltip(words));
    box.getItems().setAll(POLICIES);
    return box;
  }

  private static HBox line(Node... parts) {
    var line = new HBox(8, parts);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void set(String feature, Optional<String> policy) {
    form.apply(new CpuEdit.SetFeature(form.id(), feature, policy));
  }
}
