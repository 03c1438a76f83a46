package org.numascape.app.review;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Session;
import org.numascape.apply.ApplyPlan;
import org.numascape.apply.FileRestorePoints;
import org.numascape.apply.RestorePoints;
import org.numascape.design.DomainId;
import org.numascape.document.Folders;
import org.numascape.hypervisor.Hypervisor;

/// From a design to its host: look, show, let choose, do, read back, say what became of it.
///
/// Nothing of it waits on the thread that draws, and nothing is done before the person has seen it.
public final class ReviewWorkflow {

  private final Stage owner;
  private final DesignStore store;
  private final Background background;
  private final Clock clock;
  private final RestorePoints simulated;
  private Optional<ReviewDialog> dialog = Optional.empty();

  /// @param owner the window the review lies over; its root is a `StackPane`
  public ReviewWorkflow(Stage owner, DesignStore store, Background background, Clock clock) {
    this.owner = owner;
    this.store = store;
    this.background = background;
    this.clock = clock;
    this.simulated = new MemoryRestorePoints(clock);
  }

  /// Looks at the host and shows what an apply would do.
  public void open() {
    if (dialog.isEmpty()) {
      store.preview(Optional.empty());
      store.whenSettled(() -> look(List.of()));
    }
  }

  private void look(List<String> conflicts) {
    var design = store.design();
    var session = store.session().get();
    var problems = store.problems().get();
    background.start(
        "Looking at the host",
        () -> HostWork.review(design, session, problems, conflicts),
        this::show,
        this::failed);
  }

  private void show(Review review) {
    if (review.isEmpty()) {
      say("Nothing to apply: the host has everything as the design wants it.");
      return;
    }
    var page =
        new ReviewPage(
            review,
            clock,
            new ReviewPage.Wishes() {
              @Override
              public void apply(Review chosen) {
                ReviewWorkflow.this.apply(chosen, chosen.plan(), Set.of());
              }

              @Override
              public void readAgain() {
                ReviewWorkflow.this.readAgain();
              }

              @Override
              public void cancel() {
                close();
              }
            });
    dialog().show(page);
  }

  private void apply(Review review, ApplyPlan plan, Set<DomainId> unchecked) {
    if (!(review.readiness() instanceof Readiness.Ready(var hypervisor))) {
      return;
    }
    var worker = new AtomicReference<Optional<Thread>>(Optional.empty());
    var page = new ProgressPage(plan, () -> worker.get().ifPresent(Thread::interrupt));
    dialog().show(page);
    var design = store.design();
    var points = restorePoints(store.session().get().link());
    background.start(
        "Applying",
        () -> {
          worker.set(Optional.of(Thread.currentThread()));
          return HostWork.apply(
              design,
              plan,
              unchecked,
              hypervisor,
              points,
              progress -> Platform.runLater(() -> page.tell(progress)));
        },
        applied -> applied(review, applied),
        this::failed);
  }

  /// Old definitions of real machines are kept where they outlive the program.
  private RestorePoints restorePoints(Session.Link link) {
    return link == Session.Link.LIVE
        ? new FileRestorePoints(Folders.ofThisSystem().state().resolve("restore-points"), clock)
        : simulated;
  }

  private void applied(Review review, HostWork.Applied applied) {
    applied.fresh().ifPresent(this::take);
    var page =
        new ResultPage(
            applied.report(),
            applied.notRead(),
            new ResultPage.Wishes() {
              @Override
              public void retryUnchecked(DomainId id) {
                apply(review, only(review, id), Set.of(id));
              }

              @Override
              public void reviewAgain() {
                applied
                    .fresh()
                    .ifPresentOrElse(
                        fresh -> look(fresh.conflicts()), ReviewWorkflow.this::readAgain);
              }

              @Override
              public void close() {
                ReviewWorkflow.this.close();
              }
            });
    dialog().show(page);
  }

  private static ApplyPlan only(Review review, DomainId id) {
    return new ApplyPlan(
        List.of(),
        review.plan().domains().stream().filter(domain -> domain.id().equals(id)).toList());
  }

  private void readAgain() {
    Optional<Hypervisor> hypervisor = store.session().get().hypervisor();
    var design = store.design();
    hypervisor.ifPresent(host ->
        background.start(
            "Reading the host",
            () -> HostWork.readAgain(design, host),
            fresh -> {
              take(fresh);
              look(fresh.conflicts());
            },
            this::failed));
  }

  private void take(HostWork.Fresh fresh) {
    var before = store.session().get();
    store.refresh(fresh.design());
    store
        .session()
        .set(new Session(before.link(), before.hypervisor(), clock.instant(), before.note()));
  }

  private void failed(Exception failure) {
    dialog()
        .show(
            new NotePage(
                Material2AL.ERROR_OUTLINE, String.valueOf(failure.getMessage()), this::close));
  }

  private void say(String words) {
    dialog().show(new NotePage(Material2AL.CHECK_CIRCLE_OUTLINE, words, this::close));
  }

  private ReviewDialog dialog() {
    var shown = dialog.orElseGet(() -> new ReviewDialog(owner));
    dialog = Optional.of(shown);
    return shown;
  }

  private void close() {
    dialog.ifPresent(ReviewDialog::close);
    dialog = Optional.empty();
  }
}
