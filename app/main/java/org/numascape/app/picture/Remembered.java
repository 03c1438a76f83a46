package org.numascape.app.picture;

import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.numascape.app.store.Background;
import org.numascape.document.Folders;
import org.numascape.format.picture.PictureFormat;

/// The choices of the last picture, kept in `pictures.properties` of the config folder. A file that
/// is lost or damaged gives the usual ones.
final class Remembered {

  private static final System.Logger LOG = System.getLogger(Remembered.class.getName());

  private final Path file;
  private final Background background;
  private Choices choices;

  Remembered(Folders folders, Background background) {
    file = folders.config().resolve("pictures.properties");
    this.background = background;
    choices = read(file);
  }

  /// The last choices.
  Choices choices() {
    return choices;
  }

  /// Keeps these for the next time.
  void keep(Choices next) {
    choices = next;
    background.start(
        "Remembering how pictures are wanted",
        () -> {
          Files.createDirectories(file.toAbsolutePath().getParent());
          return Files.writeString(file, text(next));
        },
        written -> {},
        failure -> LOG.log(Level.WARNING, "{0}: {1}", file, failure.getMessage()));
  }

  private static String text(Choices choices) {
    return "format="
        + choices.format()
        + "\nlook="
        + choices.look().name()
        + "\nscale="
        + choices.scale()
        + "\nguests="
        + choices.guests()
        + "\nnames="
        + choices.names()
        + "\nlegend="
        + choices.legend()
        + "\nbackground="
        + choices.background()
        + "\n";
  }

  /// The part is not remembered: what was visible yesterday says nothing of today.
  private static Choices read(Path file) {
    var usual = Choices.USUAL;
    if (!Files.exists(file)) {
      return usual;
    }
    try {
      var kept = new Properties();
      kept.load(new StringReader(Files.readString(file)));
      double scale = Double.parseDouble(kept.getProperty("scale", Double.toString(usual.scale())));
      return new Choices(
          PictureFormat.valueOf(kept.getProperty("format", usual.format().name())),
          Look.valueOf(kept.getProperty("look", usual.look().name())),
          Math.clamp(scale, 1, 4),
          usual.part(),
          truth(kept, "guests", usual.guests()),
          truth(kept, "names", usual.names()),
          truth(kept, "legend", usual.legend()),
          truth(kept, "background", usual.background()));
    } catch (IOException | IllegalArgumentException damaged) {
      return usual;
    }
  }

  private static boolean truth(Properties kept, String key, boolean usual) {
    return Boolean.parseBoolean(kept.getProperty(key, Boolean.toString(usual)));
  }
}
