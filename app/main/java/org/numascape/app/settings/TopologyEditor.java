package org.numascape.app.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.design.CpuEdit;
import org.numascape.design.Edit;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.CpuTopology;

/// Five numbers whose product has to be the number of vCPUs. The product is told while they are
/// typed; they are taken over together, by Enter or when they are left, once it comes out.
final class TopologyEditor extends VBox {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final GuestForm form;
  private final Map<String, TextField> fields = new LinkedHashMap<>();
  private final Label product = new Label();
  private final Button count = new Button();
  private List<String> shown = List.of();

  TopologyEditor(GuestForm form) {
    super(6);
    this.form = form;
    setId("topology");
    var line = new HBox(6);
    line.setAlignment(Pos.BOTTOM_LEFT);
    for (var what : List.of("sockets", "dies", "clusters", "cores", "threads")) {
      if (!fields.isEmpty()) {
        var times = new Label("×");
        times.getStyleClass().addAll("muted", "topology-times");
        line.getChildren().add(times);
      }
      line.getChildren().add(field(what));
    }
    product.setId("topology-product");
    product.getStyleClass().add("topology-product");
    product.setMinWidth(Region.USE_PREF_SIZE);
    count.setId("topology-count");
    count.setOnAction(event -> setCount());
    var below = new HBox(12, product, count);
    below.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, below);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    focusWithinProperty()
        .subscribe((before, inside) -> {
          if (!inside) {
            takeOver();
          }
        });
    form.follow(this::follow);
  }

  private VBox field(String what) {
    var input = new TextField();
    input.setId("topology-" + what);
    input.setPrefColumnCount(3);
    input.setMinWidth(56);
    input.getStyleClass().add("edit-field");
    input.setTooltip(new Tooltip(words(what)));
    input.setAccessibleText(what + ". " + words(what));
    input.textProperty().subscribe(typed -> tell());
    fields.put(what, input);
    var label = new Label(what);
    label.getStyleClass().addAll("muted", "small-text");
    label.setLabelFor(input);
    return new VBox(2, label, input);
  }

  private static String words(String what) {
    return switch (what) {
      case "sockets" -> "Packages; many systems are licensed by them";
      case "dies" -> "Dies in a socket, each with a last-level cache of its own (libvirt 6.1)";
      case "clusters" -> "Groups of cores in a die that share a cache (libvirt 10.1)";
      case "cores" -> "Cores in the level above";
      default -> "Threads in a core; more than 1 is true only where they are pinned to siblings";
    };
  }

  private CpuTopology now() {
    return form.domain()
        .topology()
        .orElse(new CpuTopology(form.domain().vcpus().maximum(), 1, 1, 1, 1));
  }

  /// Shows what the design has, unless somebody types.
  private void follow() {
    if (texts().equals(shown) || shown.isEmpty()) {
      putBack();
    } else {
      tell();
    }
  }

  private void putBack() {
    var now = now();
    shown =
        List.of(
            "" + now.sockets(),
            "" + now.dies(),
            "" + now.clusters(),
            "" + now.cores(),
            "" + now.threads());
    int i = 0;
    for (var field : fields.values()) {
      if (!field.getText().equals(shown.get(i))) {
        field.setText(shown.get(i));
      }
      i++;
    }
    tell();
  }

  private List<String> texts() {
    return fields.values().stream().map(field -> field.getText().strip()).toList();
  }

  private Optional<CpuTopology> typed() {
    var numbers = new ArrayList<Integer>();
    for (var text : texts()) {
      try {
        numbers.add(Numbers.count(text, 1, 4096, "them"));
      } catch (IllegalArgumentException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new CpuTopology(
            numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4)));
  }

  private void tell() {
    if (fields.size() < 5) {
      return;
    }
    int vcpus = form.domain().vcpus().maximum();
    var typed = typed();
    long made = typed.map(TopologyEditor::product).orElse(0L);
    boolean right = made == vcpus;
    String sum = String.join(" × ", texts()) + " = " + made;
    product.setText(
        typed.isEmpty()
            ? "each is a whole number from 1 on"
            : right
                ? sum + " vCPUs, as the guest has"
                : sum + ", but the guest has " + vcpus + " vCPUs");
    product.pseudoClassStateChanged(WRONG, !right);
    fields.values().forEach(field -> field.pseudoClassStateChanged(WRONG, !right));
    boolean offer = typed.isPresent() && !right && made <= 4096;
    count.setText("Give it " + made + " vCPUs");
    GuestForm.show(count, offer);
  }

  private static long product(CpuTopology of) {
    return (long) of.sockets() * of.dies() * of.clusters() * of.cores() * of.threads();
  }

  private void takeOver() {
    int vcpus = form.domain().vcpus().maximum();
    typed()
        .filter(topology -> product(topology) == vcpus && !texts().equals(shown))
        .ifPresent(topology -> {
          form.apply(new CpuEdit.SetTopology(form.id(), Optional.of(topology)));
          putBack();
        });
  }

  /// The other way to make the product come out.
  private void setCount() {
    typed()
        .ifPresent(topology -> {
          int made = topology.product();
          var all = form.domain().vcpus();
          int current = all.current() == all.maximum() ? made : Math.min(made, all.current());
          form.apply(
              new Edit.Together(
                  "Give " + form.guest().name() + " " + made + " vCPUs in this grouping",
                  List.of(
                      new VcpuEdit.SetCount(form.id(), made, current),
                      new CpuEdit.SetTopology(form.id(), Optional.of(topology)))));
          putBack();
        });
  }

  private void keys(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
      takeOver();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !texts().equals(shown)) {
      putBack();
      event.consume();
    }
  }
}
