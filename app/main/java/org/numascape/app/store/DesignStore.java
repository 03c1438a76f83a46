package org.numascape.app.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.numascape.analysis.Analysis;
import org.numascape.check.MutedProblem;
import org.numascape.check.Problem;
import org.numascape.check.Report;
import org.numascape.check.Undecided;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.History;
import org.numascape.design.Item;
import org.numascape.design.Snapshot;

/// The open design: its history, what follows from it, what is selected. Lives on the FX thread.
///
/// While something is dragged, [#preview(Optional)] holds the edit a release would make; picture
/// and problems then show the design after it, and nothing has changed yet.
///
/// Facts and problems of a large design ([Weight]) are worked out beside the FX thread: history and
/// preview change at once, [#analysis()], [#shown()] and [#problems()] follow, and [#settled()]
/// says when they have.
public final class DesignStore {

  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<Instant> began;
  private final ReadOnlyObjectWrapper<History> history;
  private final ReadOnlyObjectWrapper<Analysis> analysis;
  private final ReadOnlyObjectWrapper<Analysis> shown;
  private final ReadOnlyObjectWrapper<List<Problem>> problems;
  private final ReadOnlyObjectWrapper<List<Undecided>> undecided;
  private final ReadOnlyObjectWrapper<List<MutedProblem>> muted;
  private final ReadOnlyObjectWrapper<Set<Item>> selection = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Optional<Edit>> preview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
  private final Lane deriving = new Lane();
  private final Lane previewing = new Lane();
  private final Lane checking = new Lane();
  private final List<Runnable> patient = new ArrayList<>();
  private Verdict latest;
  private Verdict own;
  private final ObjectProperty<Session> session;
  private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Design>> saved;
  // Held here: a binding that only its listeners know is collected with them listening.
  private final BooleanBinding unsaved;

  /// A store that begins with this design, saved or freshly read.
  public DesignStore(Design design, Session session) {
    this(design, session, InstantSource.system());
  }

  /// The same, with a clock of its own for the times of steps and snapshots.
  public DesignStore(Design design, Session session, InstantSource clock) {
    this.clock = clock;
    began = new ReadOnlyObjectWrapper<>(clock.instant());
    history = new ReadOnlyObjectWrapper<>(History.startingAt(design));
    var facts = Analysis.of(design);
    analysis = new ReadOnlyObjectWrapper<>(facts);
    shown = new ReadOnlyObjectWrapper<>(facts);
    latest = new Verdict(facts, Report.of(facts));
    own = latest;
    problems = new ReadOnlyObjectWrapper<>(latest.problems());
    undecided = new ReadOnlyObjectWrapper<>(latest.report().undecided());
    muted = new ReadOnlyObjectWrapper<>(latest.report().muted());
    saved = new ReadOnlyObjectWrapper<>(Optional.of(design));
    unsaved =
        Bindings.createBooleanBinding(
            () -> !saved.get().equals(Optional.of(design())), saved, history);
    this.session = new SimpleObjectProperty<>(session);
    for (var lane : List.of(deriving, previewing, checking)) {
      lane.busy().subscribe(this::settle);
    }
  }

  /// What the checks say of facts.
  private record Verdict(Analysis facts, Report report) {
    List<Problem> problems() {
      return report.problems();
    }
  }

  /// Opens another design: history and selection begin anew.
  public void open(Design design, Session with, Optional<Path> from) {
    endPreview();
    selection.set(Set.of());
    session.set(with);
    file.set(from);
    saved.set(Optional.of(design));
    began.set(clock.instant());
    show(History.startingAt(design));
  }

  /// Opens a design that is in no file as it is, such as one that a crash left behind.
  public void recover(Design design, Session with, Optional<Path> from) {
    open(design, with, from);
    saved.set(Optional.empty());
  }

  /// Makes an edit, undoably.
  public void apply(Edit edit) {
    endPreview();
    show(history.get().after(edit, clock.instant()));
  }

  /// Keeps the design as it is now under a name, beside the others in its file. It is no step, so
  /// nothing that could be redone is forgotten; one of that name gives way.
  public void keep(String name) {
    endPreview();
    show(history.get().keeping(Snapshot.of(name, clock.instant(), design())));
  }

  /// Undoes or redoes as much as leads to the state after that many edits of the session.
  public void jump(int edits) {
    endPreview();
    show(history.get().jump(edits));
  }

  /// Puts what was read from the host anew in place of the present design. This is no step of the
  /// history; its states stand on what the host has now.
  public void refresh(Design read) {
    var now = history.get();
    if (file.get().isEmpty() && saved.get().equals(Optional.of(now.present()))) {
      saved.set(Optional.of(read));
    }
    show(now.refreshed(read));
  }

  /// Takes the last edit back.
  public void undo() {
    endPreview();
    show(history.get().undo());
  }

  /// Makes the last undone edit again.
  public void redo() {
    endPreview();
    show(history.get().redo());
  }

  /// Shows the design as it would be after an edit, without making it; empty ends that.
  public void preview(Optional<Edit> edit) {
    if (edit.equals(preview.get())) {
      return;
    }
    preview.set(edit);
    if (edit.isEmpty()) {
      examine(analysis.get());
      previewing.forget();
      // Last: who kept a list while something was tried out finds the old problems back.
      trying.set(false);
      return;
    }
    var now = design();
    var facts = analysis.get();
    previewing.ask(Weight.large(now), () -> facts.after(edit.get().applyTo(now)), this::examine);
  }

  /// Shows the design as it would be after a way out of a problem that somebody looks at, unless
  /// something is previewed already. Meanwhile [#trying()] holds, and what lists problems keeps its
  /// list: else it would move away under the pointer.
  public void tryOut(Edit edit) {
    if (preview.get().isEmpty()) {
      trying.set(true);
      preview(Optional.of(edit));
    }
  }

  /// Ends [#tryOut] of this edit; nothing happens where it is not tried out.
  public void leave(Edit edit) {
    if (trying.get() && preview.get().equals(Optional.of(edit))) {
      preview(Optional.empty());
    }
  }

  /// Whether the preview is of a way out that is looked at, and not of a drag.
  public ReadOnlyBooleanProperty trying() {
    return trying.getReadOnlyProperty();
  }

  private void endPreview() {
    preview.set(Optional.empty());
    trying.set(false);
  }

  private void show(History next) {
    var design = next.present();
    history.set(next);
    if (shown.get().design().equals(design)) {
      // A preview that is now made.
      show(shown.get());
      deriving.forget();
    } else {
      var before = analysis.get();
      deriving.ask(Weight.large(design), () -> before.after(design), this::show);
    }
    previewing.forget();
    prune();
  }

  private void show(Analysis facts) {
    analysis.set(facts);
    if (preview.get().isEmpty()) {
      examine(facts);
    }
    prune();
  }

  /// Shows facts, and what the checks say of them as soon as that is known.
  private void examine(Analysis facts) {
    shown.set(facts);
    for (var known : List.of(latest, own)) {
      if (known.facts().design().equals(facts.design())) {
        checking.forget();
        judge(known);
        return;
      }
    }
    var before = latest.report();
    checking.ask(
        Weight.large(facts.design()), () -> new Verdict(facts, before.after(facts)), this::judge);
  }

  private void judge(Verdict verdict) {
    latest = verdict;
    if (verdict.facts().design().equals(analysis.get().design())) {
      own = verdict;
    }
    muted.set(verdict.report().muted());
    problems.set(verdict.problems());
    undecided.set(verdict.report().undecided());
  }

  private void settle() {
    boolean busy = deriving.busy().get() || previewing.busy().get() || checking.busy().get();
    settled.set(!busy);
    if (!busy) {
      var now = List.copyOf(patient);
      patient.clear();
      now.forEach(Runnable::run);
    }
  }

  /// Whether facts and problems are those of the design and the preview, and none is still being
  /// worked out.
  public ReadOnlyBooleanProperty settled() {
    return settled.getReadOnlyProperty();
  }

  /// Does something as soon as facts and problems are there: at once where they are.
  public void whenSettled(Runnable then) {
    if (settled.get()) {
      then.run();
    } else {
      patient.add(then);
    }
  }

  /// What is selected and no longer there is not selected.
  private void prune() {
    selection.set(stillThere(design(), selection.get()));
  }

  private static Set<Item> stillThere(Design design, Set<Item> items) {
    var rest = new LinkedHashSet<Item>();
    for (var item : items) {
      boolean there =
          switch (item) {
            case Item.OfGuest of -> design.guest(of.domain()).isPresent();
            case Item.OnHost on -> design.host().object(on.object()).isPresent();
            case Item.NodeMemory memory -> design.host().node(memory.node()).isPresent();
          };
      if (there) {
        rest.add(item);
      }
    }
    return rest.equals(items) ? items : Collections.unmodifiableSet(rest);
  }

  /// The design now, without preview.
  public Design design() {
    return history.get().present();
  }

  /// Every state of this session.
  public ReadOnlyObjectProperty<History> history() {
    return history.getReadOnlyProperty();
  }

  /// When the session began: when the design was opened.
  public ReadOnlyObjectProperty<Instant> began() {
    return began.getReadOnlyProperty();
  }

  /// The facts of the design now.
  public ReadOnlyObjectProperty<Analysis> analysis() {
    return analysis.getReadOnlyProperty();
  }

  /// The facts of what is to be shown: the preview while there is one, else the design.
  public ReadOnlyObjectProperty<Analysis> shown() {
    return shown.getReadOnlyProperty();
  }

  /// What is wrong with what is shown, worst first.
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  /// Rules that cannot tell about what is shown, for want of the host's settings.
  public ReadOnlyObjectProperty<List<Undecided>> undecided() {
    return undecided.getReadOnlyProperty();
  }

  /// What is wrong with what is shown and is not to be heard of, worst first; always that of
  /// [#problems()].
  public ReadOnlyObjectProperty<List<MutedProblem>> muted() {
    return muted.getReadOnlyProperty();
  }

  /// What is wrong with the design now, whatever is previewed, worst first.
  public List<Problem> ownProblems() {
    return own.problems();
  }

  /// The edit a release would make, while something is dragged.
  public ReadOnlyObjectProperty<Optional<Edit>> preview() {
    return preview.getReadOnlyProperty();
  }

  /// What is selected, in the order of selecting.
  public ReadOnlyObjectProperty<Set<Item>> selection() {
    return selection.getReadOnlyProperty();
  }

  /// Selects exactly these.
  public void select(Collection<? extends Item> items) {
    var next = new LinkedHashSet<Item>(items);
    if (!next.equals(selection.get())) {
      selection.set(Collections.unmodifiableSet(next));
    }
  }

  /// Adds an item to the selection, or takes it out where it is in.
  public void toggle(Item item) {
    var next = new LinkedHashSet<>(selection.get());
    if (!next.remove(item)) {
      next.add(item);
    }
    select(next);
  }

  /// The guest that the selection is about: of the first selected thing that belongs to one.
  public Optional<DomainId> selectedGuest() {
    return selection.get().stream()
        .filter(Item.OfGuest.class::isInstance)
        .map(item -> ((Item.OfGuest) item).domain())
        .findFirst();
  }

  /// How the host is reached.
  public ObjectProperty<Session> session() {
    return session;
  }

  /// The file the design is saved in; empty while it has none.
  public ObjectProperty<Optional<Path>> file() {
    return file;
  }

  /// Takes note that a design is in its file now.
  public void savedAs(Design written, Path to) {
    file.set(Optional.of(to));
    saved.set(Optional.of(written));
  }

  /// Whether there are edits that are in no file.
  public BooleanBinding unsaved() {
    return unsaved;
  }
}
