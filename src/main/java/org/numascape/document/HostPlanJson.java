package org.numascape.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.design.CheckSettings;
import org.numascape.design.Lane;
import org.numascape.design.PoolPlan;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// What is planned for the host itself, in a design file: lanes, isolated CPUs, huge-page pools,
/// and what people told the rules.
///
/// @param lanes what is kept from guests
record HostPlanJson(
    List<Lane> lanes, List<PoolPlan> pools, Optional<CpuSet> isolated, CheckSettings checking) {

  /// Writes it into a design or a snapshot.
  void writeTo(ObjectNode json) {
    var reserved =
        lanes.stream().filter(Lane::host).map(Lane::cpus).findFirst().orElse(CpuSet.EMPTY);
    json.put("reserved", reserved.toString());
    if (!lanes.equals(Lane.keptForHost(reserved))) {
      var array = json.putArray("lanes");
      lanes.forEach(lane -> array.add(RecordJson.write(lane)));
    }
    isolated.ifPresent(cpus -> json.put("isolated", cpus.toString()));
    var plans = json.putArray("pools");
    for (var plan : pools) {
      plans
          .addObject()
          .put("node", plan.node())
          .put("pageKib", plan.size().kib())
          .put("pages", plan.pages());
    }
    var told = CheckSettingsJson.write(checking);
    if (!told.isEmpty()) {
      json.set("checking", told);
    }
  }

  /// Reads it from a design or a snapshot.
  static HostPlanJson read(JsonPart json) throws FormatException {
    return new HostPlanJson(
        lanes(json),
        pools(json),
        SetText.optionalCpus(json, "isolated"),
        CheckSettingsJson.read(json));
  }

  /// The lanes; a file of the first program tells only the host's CPUs.
  private static List<Lane> lanes(JsonPart json) throws FormatException {
    if (json.names("lanes")) {
      return RecordReading.list(json, "lanes", Lane.class);
    }
    return Lane.keptForHost(SetText.cpus(json, "reserved"));
  }

  private static List<PoolPlan> pools(JsonPart json) throws FormatException {
    var plans = new ArrayList<PoolPlan>();
    for (var plan : json.list("pools")) {
      plans.add(
          new PoolPlan(
              (int) plan.object().needed("node").number(0, SetText.HIGHEST),
              TopologyJson.pageSize(plan.needed("pageKib")),
              plan.amount("pages")));
    }
    return plans;
  }
}
