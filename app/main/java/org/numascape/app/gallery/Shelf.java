package org.numascape.app.gallery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.image.Image;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.sample.SampleHost;
import org.numascape.sample.SampleHosts;

/// The samples and their pictures, each read and drawn once. For any thread.
final class Shelf {

  private record Look(String name, boolean dark) {}

  private final Map<String, SampleHost> samples = new ConcurrentHashMap<>();
  private final Map<Look, Image> pictures = new ConcurrentHashMap<>();

  /// The names of all samples, in the order to show them.
  List<String> names() {
    return SampleHosts.names();
  }

  /// A sample.
  ///
  /// @throws FormatException when it cannot be read, which is a fault of the program
  SampleHost sample(String name) throws FormatException {
    var known = samples.get(name);
    if (known != null) {
      return known;
    }
    var read = SampleHosts.load(name);
    samples.put(name, read);
    return read;
  }

  /// A small picture of a sample with its guests.
  ///
  /// @throws FormatException when it cannot be read, which is a fault of the program
  Image picture(String name, boolean dark) throws FormatException {
    var look = new Look(name, dark);
    var known = pictures.get(look);
    if (known != null) {
      return known;
    }
    var drawn = Thumbnail.of(HostOpener.sample(name).design(), dark);
    pictures.put(look, drawn);
    return drawn;
  }
}
