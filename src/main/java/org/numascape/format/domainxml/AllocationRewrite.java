package org.numascape.format.domainxml;

import java.util.List;
import java.util.TreeMap;
import org.numascape.domain.Allocations.BandwidthGroup;
import org.numascape.domain.Allocations.CacheGroup;
import org.numascape.domain.Allocations.CacheShare;
import org.numascape.domain.Domain;

/// `cachetune` and `memorytune`, known by their vCPUs. A group that stays keeps its element, its
/// monitors too.
final class AllocationRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var want = wanted.cpuTune().allocations();
    var caches = caches(xml, want.caches());
    return bandwidths(caches, want.bandwidths());
  }

  private static XmlText caches(XmlText xml, List<CacheGroup> wanted) {
    var there = new AllocationReader(new Fields(xml), xml.root()).caches();
    var staying =
        new Staying<>(
            there.stream().map(one -> one.group().vcpus()).toList(),
            wanted.stream().map(CacheGroup::vcpus).toList());
    var patch = new Patch(xml);
    staying
        .places()
        .forEach((at, place) -> {
          if (!there.get(at).group().equals(wanted.get(place))) {
            shares(patch, there.get(at).element(), there.get(at).group(), wanted.get(place));
          }
        });
    var gone = staying.gone(there.stream().map(AllocationReader.Read::element).toList());
    var missing = staying.missing(wanted).stream().map(AllocationRewrite::markup).toList();
    return replaced(patch, gone, missing, "cachetune");
  }

  /// Shares of the same caches change in place; others are written anew, before monitors.
  private static void shares(Patch patch, XmlElement element, CacheGroup now, CacheGroup want) {
    var elements = element.all("cache").toList();
    var staying = new Staying<>(keys(now), keys(want));
    staying.gone(elements).forEach(patch::remove);
    staying
        .places()
        .forEach((at, place) -> {
          long bytes = want.shares().get(place).bytes();
          if (now.shares().get(at).bytes() != bytes) {
            patch.set(elements.get(at), "size", Long.toString(size(bytes)));
            patch.set(elements.get(at), "unit", unit(bytes));
          }
        });
    var missing = staying.missing(want.shares()).stream().map(AllocationRewrite::markup).toList();
    if (!missing.isEmpty()) {
      patch.addInOrder(element, List.of("cache", "monitor"), missing);
    }
  }

  private static List<List<Object>> keys(CacheGroup group) {
    return group.shares().stream()
        .map(share -> List.<Object>of(share.level(), share.id(), share.type()))
        .toList();
  }

  private static XmlText bandwidths(XmlText xml, List<BandwidthGroup> wanted) {
    var there = new AllocationReader(new Fields(xml), xml.root()).bandwidths();
    var staying =
        new Staying<>(
            there.stream().map(one -> one.group().vcpus()).toList(),
            wanted.stream().map(BandwidthGroup::vcpus).toList());
    var patch = new Patch(xml);
    staying
        .places()
        .forEach((at, place) -> {
          if (!there.get(at).group().equals(wanted.get(place))) {
            nodes(patch, there.get(at).element(), wanted.get(place));
          }
        });
    var gone = staying.gone(there.stream().map(AllocationReader.Read::element).toList());
    var missing = staying.missing(wanted).stream().map(AllocationRewrite::markup).toList();
    return replaced(patch, gone, missing, "memorytune");
  }

  private static void nodes(Patch patch, XmlElement element, BandwidthGroup want) {
    var missing = new TreeMap<>(want.shares());
    for (var node : element.all("node").toList()) {
      int id = Fields.count(node.value("id").orElse("")).orElse(-1);
      var share = missing.remove(id);
      if (share == null) {
        patch.remove(node);
      } else if (!node.value("bandwidth").filter(share.toString()::equals).isPresent()) {
        patch.set(node, "bandwidth", share.toString());
      }
    }
    if (!missing.isEmpty()) {
      patch.addInOrder(element, List.of("node", "monitor"), nodes(missing));
    }
  }

  private static XmlText replaced(
      Patch patch, List<XmlElement> gone, List<Markup> missing, String name) {
    var changed = patch.done();
    if (gone.isEmpty()) {
      return Section.CPU_TUNE.adding(changed, missing);
    }
    var starts = gone.stream().map(element -> element.value("vcpus")).toList();
    var left =
        Section.CPU_TUNE
            .elements(changed, name)
            .filter(element -> starts.contains(element.value("vcpus")))
            .toList();
    return missing.isEmpty()
        ? Section.CPU_TUNE.removing(changed, left)
        : Section.CPU_TUNE.adding(removed(changed, left), missing);
  }

  private static XmlText removed(XmlText xml, List<XmlElement> gone) {
    var patch = new Patch(xml);
    gone.forEach(patch::remove);
    return patch.done();
  }

  private static Markup markup(CacheGroup group) {
    return Markup.of("cachetune")
        .with("vcpus", group.vcpus())
        .holding(group.shares().stream().map(AllocationRewrite::markup).toList());
  }

  private static Markup markup(CacheShare share) {
    return Markup.of("cache")
        .with("id", share.id())
        .with("level", share.level())
        .with("type", share.type().word())
        .with("size", size(share.bytes()))
        .with("unit", unit(share.bytes()));
  }

  private static long size(long bytes) {
    return bytes % 1024 == 0 ? bytes >> 10 : bytes;
  }

  private static String unit(long bytes) {
    return bytes % 1024 == 0 ? "KiB" : "B";
  }

  private static Markup markup(BandwidthGroup group) {
    return Markup.of("memorytune").with("vcpus", group.vcpus()).holding(nodes(group.shares()));
  }

  private static List<Markup> nodes(java.util.Map<Integer, Integer> shares) {
    return shares.entrySet().stream()
        .map(share ->
            Markup.of("node").with("id", share.getKey()).with("bandwidth", share.getValue()))
        .toList();
  }
}
