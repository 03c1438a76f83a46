package org.numascape.apply;

import java.io.IOException;
import java.util.List;

/// Where old definitions are kept, so that an apply can be taken back later. They may hold
/// passwords: whoever implements this shows them to nobody but the owner.
public interface RestorePoints {

  /// Keeps a definition.
  RestorePoint save(String uuid, String xml) throws IOException;

  /// All there are, latest first.
  List<RestorePoint> all() throws IOException;

  /// The definition kept.
  String xml(RestorePoint point) throws IOException;
}
