package org.numascape.document;

import java.nio.file.Files;
import java.nio.file.Path;
import org.numascape.design.HostSource;

/// Something that was opened lately and can be opened again.
public sealed interface Recent {

  /// What to show a person.
  String label();

  /// Whether its file is no longer there.
  boolean missing();

  /// A design file.
  record DesignAt(Path file) implements Recent {
    @Override
    public String label() {
      String name = file.getFileName().toString();
      return name.endsWith(DesignFile.EXTENSION)
          ? name.substring(0, name.length() - DesignFile.EXTENSION.length())
          : name;
    }

    @Override
    public boolean missing() {
      return !Files.exists(file);
    }
  }

  /// A host.
  record HostAt(HostSource source) implements Recent {
    @Override
    public String label() {
      return source.label();
    }

    @Override
    public boolean missing() {
      return switch (source) {
        case HostSource.File(var path) -> !Files.exists(Path.of(path));
        case HostSource.Files(var paths) -> !paths.stream().map(Path::of).allMatch(Files::exists);
        case HostSource.Connection _,
            HostSource.Sample _,
            HostSource.Synthetic _,
            HostSource.Pasted _,
            HostSource.ThisMachine _ ->
            false;
      };
    }
  }
}
