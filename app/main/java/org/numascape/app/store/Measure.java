package org.numascape.app.store;

import java.util.Optional;
import org.numascape.topology.ObjectId;

/// Values from parts of a host to others, such as the firmware's distances: what lines between them
/// tell.
public interface Measure {

  /// What the values are.
  String name();

  /// The value with its unit; empty where the host does not tell.
  Optional<String> between(ObjectId from, ObjectId to);
}
