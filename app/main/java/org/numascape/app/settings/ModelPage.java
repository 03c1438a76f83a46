package org.numascape.app.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.DesignStore;
import org.numascape.design.CpuEdit;
import org.numascape.design.DomainId;
import org.numascape.design.PlatformEdit;
import org.numascape.domain.Cpu;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;

/// How the guest's vCPUs are grouped, and which CPU it sees.
public final class ModelPage implements SettingsPage {

  private final GuestForm form;

  /// The page of a guest.
  public ModelPage(DesignStore store, DomainId guest) {
    form = new GuestForm(store, guest);
  }

  @Override
  public String name() {
    return "Topology and model";
  }

  @Override
  public Ikon icon() {
    return Material2AL.ACCOUNT_TREE;
  }

  @Override
  public Node view() {
    topology();
    model();
    caches();
    features();
    return form.scrolled();
  }

  private Cpu cpu() {
    return form.domain().cpu();
  }

  private void topology() {
    form.section(
        "Topology",
        "What the guest believes: its scheduler puts work on whole cores first, and sockets may"
            + " cost licences. It is true only where the pins say the same.");
    form.tick(
        "topology-said",
        "Say how vCPUs are grouped",
        () -> cpu().topology().isPresent(),
        on ->
            form.apply(
                new CpuEdit.SetTopology(
                    form.id(),
                    on
                        ? Optional.of(new CpuTopology(1, 1, 1, form.domain().vcpus().maximum(), 1))
                        : Optional.empty())),
        "Otherwise each vCPU is a socket of its own.");
    form.shownWhile(
        () -> cpu().topology().isPresent(),
        () ->
            form.row(
                "Grouping",
                new TopologyEditor(form),
                "The product has to be the most vCPUs the guest can have; Enter takes it over."));
    form.row(
        "",
        pinned(),
        "Cores and threads as the CPUs have them that the vCPUs are pinned to; siblings become"
            + " neighbours, on the same CPUs.");
    form.problems("P-05", "P-06", "P-23", "P-24");
  }

  private Node pinned() {
    var told = new Label();
    told.setId("topology-told");
    told.getStyleClass().add("mistake");
    form.follow(() -> GuestForm.show(told, false));
    var button = new Button("Group them as their pins are");
    button.setId("topology-pinned");
    button.setOnAction(event -> {
      var grouping = PinnedGrouping.of(form.design(), form.id());
      grouping.edit().ifPresent(form::apply);
      told.setText(grouping.why());
      GuestForm.show(told, !grouping.why().isEmpty());
    });
    return new VBox(3, button, told);
  }

  private void model() {
    form.section("CPU model", "");
    form.<Optional<CpuMode>>choice(
        "cpu-mode",
        "The guest sees",
        List.of(
            new Choice<>(Optional.empty(), "what its machine type has"),
            new Choice<>(Optional.of(CpuMode.HOST_PASSTHROUGH), "the host's CPU as it is"),
            new Choice<>(Optional.of(CpuMode.HOST_MODEL), "the model nearest to the host's"),
            new Choice<>(Optional.of(CpuMode.MAXIMUM), "everything that can be had"),
            new Choice<>(Optional.of(CpuMode.CUSTOM), "a model by name")),
        () -> cpu().mode(),
        mode -> form.apply(new CpuEdit.SetMode(form.id(), mode, cpu().model())),
        "As it is: fastest, and migrates only to the same CPU, microcode and kernel. Nearest:"
            + " nearly as fast, migrates to like hosts. By name: migrates to any host that has all"
            + " of it.");
    form.shownWhile(
        () ->
            cpu().mode().filter(mode -> mode == CpuMode.CUSTOM).isPresent()
                || cpu().model().isPresent(),
        () ->
            form.row(
                "Model",
                form.text(
                    "cpu-model",
                    "The name of the CPU model, such as EPYC-Milan or Cascadelake-Server",
                    "qemu64, for one",
                    () -> cpu().model().orElse(""),
                    typed ->
                        form.apply(
                            new CpuEdit.SetMode(
                                form.id(),
                                cpu().mode(),
                                typed.isEmpty() ? Optional.empty() : Optional.of(typed)))),
                "“virsh domcapabilities” lists the models that the host can do."));
  }

  private void caches() {
    form.section("Caches and counters", "");
    form.<Optional<CpuCache>>choice(
        "cpu-cache",
        "Caches",
        List.of(
            new Choice<>(Optional.empty(), "nothing said"),
            new Choice<>(Optional.of(CpuCache.PASSTHROUGH), "the host's own"),
            new Choice<>(
                Optional.of(new CpuCache(OptionalInt.of(3), "emulate")),
                "a level 3 cache, made up"),
            new Choice<>(Optional.of(new CpuCache(OptionalInt.empty(), "disable")), "none")),
        () -> cpu().cache(),
        cache -> form.apply(new CpuEdit.SetCache(form.id(), cache)),
        "A guest that knows which CPUs share a cache wakes work nearby. The host's own need the"
            + " host's CPU as it is, or libvirt refuses, and are true only with pins.");
    form.<Optional<Boolean>>choice(
        "cpu-pmu",
        "Counters",
        List.of(
            new Choice<>(Optional.empty(), "nothing said"),
            new Choice<>(Optional.of(true), "there"),
            new Choice<>(Optional.of(false), "taken away")),
        () -> form.domain().hardware().platform().pmu(),
        pmu -> form.apply(new PlatformEdit.SetPmu(form.id(), pmu)),
        "Performance counters let perf work in the guest; without them a real-time guest is"
            + " interrupted less.");
    form.problems("P-22");
  }

  private void features() {
    form.section(
        "Features",
        "Single abilities of the CPU, added to the model or taken away: topoext lets AMD guests see"
            + " threads, pdpe1gb 1 GiB pages, x2apic more than 255 vCPUs, invtsc a steady clock.");
    form.add(new FeatureRows(form));
  }
}
