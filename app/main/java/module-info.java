import org.jspecify.annotations.NullMarked;

/// The JavaFX program.
@NullMarked
module org.numascape.app {
  requires atlantafx.base;
  requires javafx.controls;
  requires org.controlsfx.controls;
  requires static org.jspecify;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.material2;
  requires org.numascape.core;

  // JavaFX creates the application class by reflection.
  exports org.numascape.app to
      javafx.graphics;
}
