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
import org.numascape.app.compare.HostQuestion;
import org.numascape.app.compare.Offer;
import org.numascape.app.compare.Side;
import org.numascape.app.connect.FileWorkflow;
import org.numascape.app.connect.Neighbours;
import org.numascape.app.connect.Wanted;
import org.numascape.app.connect.WhichHost;
import org.numascape.app.gallery.Gallery;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.design.HostSource;
import org.numascape.sample.SampleHosts;

/// Leads from opening to the gallery and the comparison and back, which do not know each other.
final class Doors implements Neighbours {

  private final DesignStore store;
  private final Gallery gallery;
  private final CompareWorkflow comparing;
  private Optional<FileWorkflow> files = Optional.empty();

  Doors(Stage stage, DesignStore store, Background background) {
    this.store = store;
    gallery = new Gallery(background);
    comparing = new CompareWorkflow(stage, background, this::offer);
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
    return label.endsWith(name) ? label : name + " (" + label + ")";
  }

  private Offer offer() {
    var choices = new ArrayList<HostChoice>();
    var design = store.design();
    var open = new Side(named(design.name(), design.source().label()), design.host());
    choices.add(new HostChoice("open now", open.label(), () -> open));
    files.ifPresent(workflow ->
        workflow.eachRecent(wanted -> {
          if (!wanted.label().equals(design.source().label())) {
            choices.add(choice("lately open", wanted));
          }
        }));
    choices.add(choice("read here", Wanted.at(new HostSource.ThisMachine())));
    for (var name : SampleHosts.names()) {
      choices.add(choice("sample host", Wanted.at(new HostSource.Sample(name))));
    }
    return new Offer(choices, files.map(workflow -> questions(workflow.which())).orElse(List.of()));
  }

  private static List<HostQuestion> questions(WhichHost which) {
    return List.of(
        question("Files…", which::file),
        question("Folder…", which::folder),
        question("Sample with picture…", which::sample),
        question("Pasted text…", which::pasted),
        question("Made-up host…", which::synthetic),
        question("libvirt host…", which::live));
  }

  private static HostQuestion question(String label, BiConsumer<Window, Consumer<Wanted>> ask) {
    return new HostQuestion(
        label,
        (window, then) ->
            ask.accept(window, wanted -> then.accept(choice("chosen just now", wanted))));
  }

  private static HostChoice choice(String group, Wanted wanted) {
    return new HostChoice(group, wanted.label(), reading(wanted));
  }
}
