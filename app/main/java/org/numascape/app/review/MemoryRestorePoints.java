package org.numascape.app.review;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.numascape.apply.RestorePoint;
import org.numascape.apply.RestorePoints;

/// Restore points of a simulated host: they matter as long as the host, and that is gone with the
/// program.
final class MemoryRestorePoints implements RestorePoints {

  private final InstantSource clock;
  private final LinkedHashMap<RestorePoint, String> points = new LinkedHashMap<>();

  MemoryRestorePoints(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized RestorePoint save(String uuid, String xml) {
    var point = new RestorePoint(points.size() + "-" + uuid, uuid, clock.instant());
    points.put(point, xml);
    return point;
  }

  @Override
  public synchronized List<RestorePoint> all() {
    return List.copyOf(points.sequencedKeySet().reversed());
  }

  @Override
  public synchronized String xml(RestorePoint point) throws IOException {
    String xml = points.get(point);
    if (xml == null) {
      throw new IOException("\"" + point.key() + "\" names no restore point");
    }
    return xml;
  }
}
