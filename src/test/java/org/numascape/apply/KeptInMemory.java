package org.numascape.apply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Restore points that are gone with the test.
final class KeptInMemory implements RestorePoints {

  final List<String> texts = new ArrayList<>();
  private final List<RestorePoint> points = new ArrayList<>();

  @Override
  public RestorePoint save(String uuid, String xml) {
    var point = new RestorePoint(Integer.toString(texts.size()), uuid, Instant.EPOCH);
    texts.add(xml);
    points.add(point);
    return point;
  }

  @Override
  public List<RestorePoint> all() {
    return points.reversed();
  }

  @Override
  public String xml(RestorePoint point) {
    return texts.get(Integer.parseInt(point.key()));
  }
}
