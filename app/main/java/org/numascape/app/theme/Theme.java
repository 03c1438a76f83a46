package org.numascape.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.numascape.drawing.Palette;

/// The two looks: AtlantaFX's Primer for the controls, our [Palette] for the picture.
public final class Theme {

  /// Interface fonts by preference; JavaFX takes the first that is installed.
  private static final List<String> SANS =
      List.of(
          "Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "Ubuntu", "DejaVu Sans");

  private static final List<String> MONO =
      List.of(
          "JetBrains Mono",
          "Cascadia Mono",
          "SF Mono",
          "Noto Sans Mono",
          "Ubuntu Mono",
          "DejaVu Sans Mono");

  /// The style sheets, of the frame and of each package that has its own.
  private static final List<String> SHEETS =
      List.of(
          "theme/numascape.css",
          "domains/domains.css",
          "inspector/inspector.css");

  private Theme() {}

  /// Puts the light or the dark look on the whole program.
  public static void use(boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /// Whether the desktop asks for dark.
  public static boolean desktopIsDark() {
    return Platform.getPreferences().getColorScheme() == javafx.application.ColorScheme.DARK;
  }

  /// Gives a scene our style sheets and fonts.
  public static void dress(Scene scene) {
    for (String name : SHEETS) {
      var sheet = Theme.class.getResource("/org/numascape/app/" + name);
      scene.getStylesheets().add(Objects.requireNonNull(sheet, name).toExternalForm());
    }
    scene.getRoot().setStyle("-fx-font-family: \"" + sans() + "\"; -fx-font-size: 13px;");
  }

  /// The picture's colours.
  public static Palette palette(boolean dark) {
    return dark ? Palette.dark() : Palette.light();
  }

  /// The font of the interface and of the picture.
  public static String sans() {
    return installed(SANS, Font.getDefault().getFamily());
  }

  /// The font of numbers and XML.
  public static String mono() {
    return installed(MONO, "Monospaced");
  }

  private static String installed(List<String> wanted, String otherwise) {
    var families = Font.getFamilies();
    return wanted.stream().filter(families::contains).findFirst().orElse(otherwise);
  }
}
