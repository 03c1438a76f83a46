package org.numascape.app.store;

import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import org.numascape.drawing.Colouring;
import org.numascape.drawing.Folding;
import org.numascape.drawing.LabelMode;
import org.numascape.drawing.LayoutMode;
import org.numascape.placement.SpreadPolicy;

/// Remembers how the person looked at hosts, in a small file from start to start. What cannot be
/// read counts as not said; a file that cannot be written is no reason to disturb anybody.
///
/// @param file a Java properties file
public record ViewMemory(Path file) {

  private static final System.Logger LOG = System.getLogger(ViewMemory.class.getName());

  private static final List<Colouring> COLOURS =
      List.of(
          Colouring.GUESTS,
          new Colouring.ByAccessCost(),
          new Colouring.ByHugePages(),
          new Colouring.ByCacheDomain(),
          new Colouring.ByCoreKind());

  /// Puts the remembered ways into `view` and remembers every later change.
  ///
  /// The theme is kept only where it is not the one `view` comes with, which is the desktop's.
  public void keep(ViewState view) {
    boolean desktop = view.dark().get();
    restore(view, read());
    var lane = new Lane();
    for (ObservableValue<?> way : ways(view)) {
      way.subscribe((before, now) -> {
        var words = words(view, desktop);
        lane.ask(true, () -> write(words), written -> {});
      });
    }
  }

  private static List<ObservableValue<?>> ways(ViewState view) {
    return List.of(
        view.dark(),
        view.mode(),
        view.labels(),
        view.policy(),
        view.colouring(),
        view.folding(),
        view.instructionCaches(),
        view.legend(),
        view.minimap(),
        view.distanceLines());
  }

  private Properties read() {
    var words = new Properties();
    try {
      if (Files.exists(file)) {
        words.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException | IllegalArgumentException broken) {
      LOG.log(Level.WARNING, "{0} is not used: {1}", file, broken.getMessage());
    }
    return words;
  }

  private static void restore(ViewState view, Properties words) {
    flag(words, "dark", view.dark());
    one(words, "layout", LayoutMode.values()).ifPresent(view.mode()::set);
    one(words, "labels", LabelMode.values()).ifPresent(view.labels()::set);
    one(words, "spread", SpreadPolicy.values()).ifPresent(view.policy()::set);
    COLOURS.stream()
        .filter(colouring -> name(colouring).equals(words.getProperty("colour")))
        .forEach(view.colouring()::set);
    if ("all".equals(words.getProperty("fold"))) {
      view.folding().set(Folding.ALL);
    }
    flag(words, "instruction-caches", view.instructionCaches());
    flag(words, "legend", view.legend());
    flag(words, "overview", view.minimap());
    flag(words, "distances-on-hover", view.distanceLines());
  }

  private static <T extends Enum<T>> Optional<T> one(Properties words, String key, T[] values) {
    return Stream.of(values)
        .filter(value -> value.name().equals(words.getProperty(key)))
        .findFirst();
  }

  private static void flag(Properties words, String key, BooleanProperty flag) {
    Optional.ofNullable(words.getProperty(key)).map(Boolean::valueOf).ifPresent(flag::set);
  }

  /// A colouring from a node of one host means nothing on the next.
  private static String name(Colouring colouring) {
    return colouring.getClass().getSimpleName();
  }

  private static String words(ViewState view, boolean desktop) {
    var words = new TreeMap<String, String>();
    boolean dark = view.dark().get();
    if (dark != desktop) {
      words.put("dark", String.valueOf(dark));
    }
    words.put("layout", view.mode().get().name());
    words.put("labels", view.labels().get().name());
    words.put("spread", view.policy().get().name());
    words.put("colour", name(view.colouring().get()));
    words.put("fold", view.folding().get().everywhere() ? "all" : "none");
    words.put("instruction-caches", String.valueOf(view.instructionCaches().get()));
    words.put("legend", String.valueOf(view.legend().get()));
    words.put("overview", String.valueOf(view.minimap().get()));
    words.put("distances-on-hover", String.valueOf(view.distanceLines().get()));
    return words.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private boolean write(String words) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, words);
      return true;
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "{0} is not written: {1}", file, failed.getMessage());
      return false;
    }
  }
}
