package org.numascape.app.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.numascape.app.guests.Making.Outcome;
import org.numascape.app.guests.Making.Placing;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.Weight;
import org.numascape.app.widget.FirstField;
import org.numascape.app.widget.PlanLines;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.GuestWords;
import org.numascape.design.NewNames;
import org.numascape.design.PageSizes;
import org.numascape.format.domainxml.NewGuest;
import org.numascape.format.domainxml.NewGuest.Kind;
import org.numascape.topology.MemorySize;
import org.numascape.topology.PageSize;

/// Asks what a new guest shall be and where it goes; says while one chooses what comes of it.
final class NewGuestDialog extends Dialog<NewGuestDialog.Answer> {

  /// What was asked for, and the edit that makes it.
  record Answer(Making making, Outcome outcome) {}

  /// A choice with its words.
  private record Choice<T>(String words, T value) {
    @Override
    public String toString() {
      return words;
    }
  }

  /// What a guest is made after: a kind, or another guest.
  private record Template(Kind kind, Optional<DomainId> like, String words) {}

  private final Design design;
  private final String uuid = UUID.randomUUID().toString();
  private final Lane lane = new Lane();
  private final ComboBox<Choice<Template>> template = new ComboBox<>();
  private final Label about = FormGrid.words("new-guest-about", 2, "muted", "small-text");
  private final TextField name = new TextField();
  private final Spinner<Integer> vcpus = new Spinner<>(1, 4096, 4);
  private final TextField memory = new TextField("8 GiB");
  private final Spinner<Integer> cells = new Spinner<>(1, 64, 1);
  private final ComboBox<Choice<Optional<PageSize>>> pages = new ComboBox<>();
  private final ComboBox<Choice<Placing>> place = new ComboBox<>();
  private final PlanLines lines = new PlanLines("new-guest-lines", 4);
  private final Label trouble = FormGrid.words("new-guest-trouble", 2, "danger");
  private final ButtonType add = new ButtonType("Add", ButtonBar.ButtonData.OK_DONE);
  private Optional<Answer> answer = Optional.empty();
  private boolean named;
  private boolean paged;
  private boolean choosing;

  NewGuestDialog(Window owner, DesignStore store) {
    design = store.design();
    initOwner(owner);
    setTitle("New virtual machine");
    setHeaderText("New virtual machine");
    setResizable(true);
    lines.setPadding(new Insets(4, 13, 4, 13));
    fill();
    getDialogPane().setId("new-guest");
    getDialogPane().setContent(new VBox(form(), lines));
    getDialogPane().getButtonTypes().addAll(add, ButtonType.CANCEL);
    getDialogPane().lookupButton(add).setId("new-guest-add");
    follow();
    setResultConverter(type -> type == add ? answer.orElse(null) : null);
    FirstField.of(this, name);
    choose();
  }

  private FormGrid form() {
    var form = new FormGrid();
    form.setPrefWidth(560);
    form.line("Template", template, "What it is for, or another guest to make it after");
    form.below(about);
    form.line("Name", name, "What libvirt and people know it by");
    form.line("vCPUs", vcpus, "How many virtual CPUs");
    form.line("Memory", memory, "With its unit: 8 GiB");
    form.line(
        "Guest cells",
        cells,
        "How many NUMA nodes the guest sees; vCPUs and memory are shared out evenly");
    form.line("Pages", pages, "What holds its memory; huge pages come from pools");
    form.line("Place it", place, "Where it goes on the host");
    form.wide(trouble);
    return form;
  }

  private void fill() {
    template.setId("new-guest-template");
    name.setId("new-guest-name");
    vcpus.setId("new-guest-vcpus");
    vcpus.setEditable(true);
    memory.setId("new-guest-memory");
    cells.setId("new-guest-cells");
    cells.setEditable(true);
    pages.setId("new-guest-pages");
    place.setId("new-guest-place");
    for (var kind : Kind.values()) {
      template
          .getItems()
          .add(new Choice<>(kind.title(), new Template(kind, Optional.empty(), kind.words())));
    }
    for (var guest : design.guests()) {
      var like = new Template(Kind.SHARED, Optional.of(guest.id()), about(guest));
      template.getItems().add(new Choice<>("Like " + guest.name(), like));
    }
    template.setValue(template.getItems().getFirst());
    pages
        .getItems()
        .add(new Choice<>(GuestWords.basePage(design.host()) + " pages", Optional.empty()));
    for (var size : PageSizes.of(design.host())) {
      pages.getItems().add(new Choice<>(size + " pages", Optional.of(size)));
    }
    pages.setValue(pages.getItems().getFirst());
  }

  private String about(Guest guest) {
    return "Its XML but name, UUID and MAC addresses: "
        + GuestWords.summary(guest.wanted(), design.host());
  }

  private void follow() {
    template.valueProperty().subscribe((before, now) -> choose());
    name.textProperty()
        .subscribe((before, now) -> {
          named = named || name.isFocused();
          renew();
        });
    vcpus.getEditor().textProperty().subscribe((before, now) -> renew());
    memory.textProperty().subscribe((before, now) -> renew());
    cells.getEditor().textProperty().subscribe((before, now) -> renew());
    pages
        .valueProperty()
        .subscribe((before, now) -> {
          paged = paged || !choosing;
          renew();
        });
    place.valueProperty().subscribe((before, now) -> renew());
  }

  /// A template brings a name, counts and places of its own.
  private void choose() {
    choosing = true;
    var chosen = template.getValue().value();
    about.setText(chosen.words());
    var other = chosen.like().flatMap(design::guest);
    if (!named) {
      name.setText(NewNames.free(design, other.map(Guest::name).orElse(stem(chosen.kind()))));
    }
    other.ifPresent(this::countsOf);
    if (!paged && other.isEmpty()) {
      boolean huge = chosen.kind() != Kind.SHARED && pages.getItems().size() > 1;
      pages.setValue(pages.getItems().get(huge ? 1 : 0));
    }
    var places = new ArrayList<Choice<Placing>>();
    places.add(new Choice<>("Not yet: it waits in the list", new Placing.NotYet()));
    if (other.isPresent()) {
      places.add(new Choice<>("As " + other.get().name() + " is placed", new Placing.AsTheOther()));
    } else {
      places.addAll(fitting());
    }
    place.getItems().setAll(places);
    place.setValue(places.getFirst());
    choosing = false;
    renew();
  }

  private static String stem(Kind kind) {
    return kind == Kind.REAL_TIME ? "rt" : "vm";
  }

  private void countsOf(Guest other) {
    var domain = other.wanted();
    vcpus.getValueFactory().setValue(domain.vcpus().maximum());
    memory.setText(MemorySize.ofKib(domain.memoryKib()).exact());
    cells.getValueFactory().setValue(Math.max(1, domain.cells().size()));
    var size = NewGuest.sizeOf(domain);
    pages.getItems().stream()
        .filter(choice -> choice.value().equals(size))
        .findFirst()
        .ifPresent(pages::setValue);
  }

  private List<Choice<Placing>> fitting() {
    var places = new ArrayList<Choice<Placing>>();
    places.add(new Choice<>("Now, where it fits", new Placing.WhereItFits(Optional.empty())));
    for (int node : design.host().nodes().keySet()) {
      if (design.host().nodes().size() > 1 && !design.host().cpusOf(node).isEmpty()) {
        places.add(
            new Choice<>("Now, on node " + node, new Placing.WhereItFits(Optional.of(node))));
      }
    }
    return places;
  }

  private void renew() {
    if (place.getValue() == null || pages.getValue() == null) {
      return;
    }
    allow(Optional.empty());
    NewGuest what;
    try {
      what =
          new NewGuest(
              name.getText().strip(),
              count("vCPUs", vcpus),
              MemorySize.parse(memory.getText()).kib(),
              count("Guest cells", cells),
              pages.getValue().value(),
              template.getValue().value().kind());
    } catch (IllegalArgumentException unreadable) {
      lane.forget();
      tell(List.of(), String.valueOf(unreadable.getMessage()));
      return;
    }
    var making =
        new Making(what, template.getValue().value().like(), place.getValue().value(), uuid);
    lane.ask(Weight.large(design), () -> making.in(design), outcome -> show(making, outcome));
  }

  private static int count(String what, Spinner<Integer> spinner) {
    try {
      return Integer.parseInt(spinner.getEditor().getText().strip());
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException(what + " is a whole number.", unreadable);
    }
  }

  private void show(Making making, Outcome outcome) {
    tell(outcome.lines(), outcome.wrong());
    allow(outcome.edit().map(edit -> new Answer(making, outcome)));
  }

  private void tell(List<org.numascape.placement.PillLine> said, String wrong) {
    trouble.setText(wrong);
    lines.show(said);
  }

  private void allow(Optional<Answer> now) {
    answer = now;
    getDialogPane().lookupButton(add).setDisable(now.isEmpty());
  }
}
