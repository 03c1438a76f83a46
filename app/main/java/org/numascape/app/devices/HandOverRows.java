package org.numascape.app.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.widget.DiffView;
import org.numascape.app.widget.PlanLines;
import org.numascape.apply.XmlDiff;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainWriter;
import org.numascape.placement.Handover;
import org.numascape.placement.Handover.Offer;
import org.numascape.placement.PresetPlan;

/// Chooses a device of the host and hands it over, after showing what that takes: its group, the
/// cell beside it, the buses that tell the guest, and the lines of XML.
final class HandOverRows extends VBox {

  private static final Pattern ADDRESS =
      Pattern.compile("([0-9a-fA-F]{4,8}:)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]");

  private final GuestForm form;
  private final TextField filter = new TextField();
  private final ListView<Offer> offers = new ListView<>();
  private final PlanLines lines = new PlanLines("device-plan", 1);
  private final DiffView diff = new DiffView();
  private final Button take = new Button("Hand over", new FontIcon(Material2AL.ADD));
  private Optional<Edit> edit = Optional.empty();

  static void addTo(GuestForm form) {
    form.section("Hand over another", "");
    var rows = new HandOverRows(form);
    form.row("Device of the host", rows, "");
    form.follow(rows::refresh);
  }

  private HandOverRows(GuestForm form) {
    super(6);
    this.form = form;
    filter.setId("device-filter");
    filter.setPromptText("Name, address, node …");
    filter.setAccessibleText("Part of a device's name or address; or the address of any device");
    offers.setId("device-offers");
    offers.setPrefHeight(160);
    offers.setMinHeight(120);
    offers.setAccessibleText("Devices of the host");
    offers.setCellFactory(list -> new OfferCell());
    offers.getStyleClass().add("device-offers");
    var none =
        GuestForm.words("No device of the host fits. Its address can be typed all the same.");
    offers.setPlaceholder(none);
    diff.setId("device-xml");
    diff.setPrefHeight(170);
    diff.setMinHeight(90);
    take.setId("device-hand-over");
    take.getStyleClass().add("accent");
    take.setOnAction(event -> handOver());
    for (Region wide : List.of(filter, offers, diff, lines)) {
      wide.setPrefWidth(560);
    }
    getChildren().addAll(filter, offers, lines, diff, take);
    filter.textProperty().subscribe(text -> list());
    filter.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DOWN) {
        offers.requestFocus();
        offers.getSelectionModel().selectFirst();
      }
    });
    offers.getSelectionModel().selectedItemProperty().subscribe(offer -> plan());
    offers.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        handOver();
      }
    });
  }

  private void refresh() {
    list();
    plan();
  }

  private void list() {
    String typed = filter.getText().strip();
    String wanted = typed.toLowerCase(Locale.ROOT);
    var fitting = new ArrayList<Offer>();
    for (var offer : Handover.offers(form.design())) {
      boolean mine = offer.users().contains(form.guest().name());
      if (!mine && OfferCell.words(offer).toLowerCase(Locale.ROOT).contains(wanted)) {
        fitting.add(offer);
      }
    }
    if (fitting.isEmpty() && ADDRESS.matcher(typed).matches()) {
      String whole = wanted.length() > 7 ? wanted : "0000:" + wanted;
      boolean mine = form.domain().devices().stream().anyMatch(one -> one.address().equals(whole));
      if (!mine) {
        fitting.add(
            new Offer(
                whole,
                "not told of by this host",
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of()));
      }
    }
    if (!fitting.equals(offers.getItems())) {
      offers.getItems().setAll(fitting);
    }
  }

  private void plan() {
    var chosen = Optional.ofNullable(offers.getSelectionModel().getSelectedItem());
    var plan = chosen.map(offer -> Handover.plan(form.design(), form.id(), offer.address()));
    edit = plan.flatMap(PresetPlan::edit);
    lines.show(plan.map(PresetPlan::lines).orElse(List.of()));
    var difference = edit.flatMap(this::difference);
    difference.ifPresent(diff::show);
    for (Region part : List.of(lines, diff, take)) {
      boolean shown = part == diff ? difference.isPresent() : chosen.isPresent();
      part.setVisible(shown);
      part.setManaged(shown);
    }
    take.setDisable(edit.isEmpty());
  }

  private Optional<XmlDiff> difference(Edit change) {
    var before = form.guest();
    return change
        .applyTo(form.design())
        .guest(form.id())
        .flatMap(after -> xml(before).flatMap(old -> xml(after).map(now -> XmlDiff.of(old, now))));
  }

  private static Optional<String> xml(Guest guest) {
    try {
      return Optional.of(DomainWriter.write(guest.xml(), guest.wanted()));
    } catch (FormatException unreadable) {
      return Optional.empty();
    }
  }

  private void handOver() {
    edit.ifPresent(change -> {
      offers.getSelectionModel().clearSelection();
      form.apply(change);
    });
  }
}
