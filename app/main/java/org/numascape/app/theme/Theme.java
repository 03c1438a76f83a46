package org.numascape.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.format.picture.Typeface;

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

  /// Style sheets, from the packages whose parts they dress; a later one wins.
  private static final List<String> SHEETS =
      List.of(
          "theme/numascape.css",
          "widget/widget.css",
          "window/window.css",
          "canvas/canvas.css",
          "connect/connect.css",
          "compare/compare.css",
          "export/export.css",
          "gallery/gallery.css",
          "cells/cells.css",
          "guestview/guestview.css",
          "picture/picture.css",
          "domains/domains.css",
          "inspector/inspector.css",
          "settings/settings.css",
          "presets/presets.css",
          "problems/problems.css",
          "cost/cost.css",
          "lint/lint.css",
          "changes/changes.css",
          "versions/versions.css",
          "readiness/readiness.css",
          "hostplan/hostplan.css",
          "review/review.css");

  private static final ReadOnlyBooleanWrapper DARK = new ReadOnlyBooleanWrapper(false);

  // The fonts of pictures come with the program: the screen shows them too, installed or not.
  static {
    for (var face : Typeface.values()) {
      try (var file = face.open()) {
        Font.loadFont(file, 12);
      } catch (IOException e) {
        throw new UncheckedIOException("the program's own font " + face + " cannot be read", e);
      }
    }
  }

  private Theme() {}

  /// Puts the light or the dark look on the whole program.
  public static void use(boolean dark) {
    DARK.set(dark);
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /// Whether the desktop asks for dark.
  public static boolean desktopIsDark() {
    return Platform.getPreferences().getColorScheme() == javafx.application.ColorScheme.DARK;
  }

  /// Whether the dark look is on.
  public static ReadOnlyBooleanProperty dark() {
    return DARK.getReadOnlyProperty();
  }

  /// A colour of the picture for a control; follows the look while `node` is in a window.
  public static ObservableValue<Color> colour(Node node, Ink ink) {
    var placed = node.sceneProperty().map(scene -> true).orElse(false);
    return dark().when(placed).map(dark -> colour(dark, ink));
  }

  private static Color colour(boolean dark, Ink ink) {
    int argb = palette(dark).argb(ink);
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
  }

  /// Gives a scene our style sheets and fonts; `.mono` is the font of numbers and XML.
  public static void dress(Scene scene) {
    for (var name : SHEETS) {
      var sheet =
          Objects.requireNonNull(Theme.class.getResource("/org/numascape/app/" + name), name);
      scene.getStylesheets().add(sheet.toExternalForm());
    }
    // On the style class, not on this root: dialogs, menus and tooltips take over the sheets.
    scene
        .getStylesheets()
        .add(
            inline(
                ".root { -fx-font-family: \""
                    + sans()
                    + "\"; -fx-font-size: 13px; } .mono { -fx-font-family: \""
                    + mono()
                    + "\"; }"));
  }

  private static String inline(String css) {
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
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
