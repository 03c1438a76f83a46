package org.numascape.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.numascape.app.compare.CompareWorkflow;
import org.numascape.app.compare.HostChoice;
import org.numascape.app.compare.Side;
import org.numascape.app.connect.Failures;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.connect.Neighbours;
import org.numascape.app.connect.Wanted;
import org.numascape.app.gallery.Gallery;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;

/// Leads from opening to the gallery and the comparison and back, which do not know each other.
final class Doors implements Neighbours {

  private final Background background;
  private final Gallery gallery;
  private final CompareWorkflow comparing;
  private Optional<FileWorkflow> files = Optional.empty();

  Doors(Stage stage, DesignStore store, Background background) {
    this.background = background;
    gallery = new Gallery(background);
    comparing = new CompareWorkflow(stage, store, background, this::choices);
  }

  /// Leads to what asks for hosts, once that is made.
  void to(FileWorkflow workflow) {
    files = Optional.of(workflow);
  }

  @Override
  public Optional<String> chooseSample(Window owner) {
    return gallery.choose(owner);
  }

  @Override
  public void compare(List<Wanted> hosts) {
    if (hosts.size() == 2) {
      comparing.show(reading(hosts.getFirst()), reading(hosts.getLast()));
    } else {
      comparing.begin();
    }
  }

  private static Callable<Side> reading(Wanted wanted) {
    return () -> {
      var design = wanted.reading().call().design();
      return new Side(named(design.name(), wanted.label()), design.host());
    };
  }

  private static String named(String name, String label) {
    return name.equals(label) ? name : name + " (" + label + ")";
  }

  private List<HostChoice> choices() {
    var choices = new ArrayList<HostChoice>();
    files.ifPresent(workflow -> {
      var which = workflow.which();
      choices.add(choice("File…", which::file));
      choices.add(choice("Sample host…", which::sample));
      choices.add(choice("This machine", which::thisMachine));
      choices.add(choice("Synthetic host…", which::synthetic));
      choices.add(choice("Pasted text…", which::pasted));
      workflow.eachRecent(
          wanted -> choices.add(choice(wanted.label(), (window, then) -> then.accept(wanted))));
    });
    return choices;
  }

  private HostChoice choice(String label, BiConsumer<Window, Consumer<Wanted>> ask) {
    return new HostChoice(
        label,
        (window, then) ->
            ask.accept(
                window,
                wanted ->
                    background.start(
                        "Opening " + wanted.label(),
                        reading(wanted),
                        then,
                        failure -> Failures.show(window, "This could not be opened", failure))));
  }
}
