package org.numascape.format.domainxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// The parts of a domain XML that no edit may change, byte for byte and in order: comments,
/// instructions, and the tags and texts of every element that is not edited.
final class ForeignMarkup {

  private static final Pattern TOKEN =
      Pattern.compile("(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<[^>]*>|[^<]+");

  /// Paths below `domain` of elements that edits write. Their children are written too where the
  /// path ends with a star.
  private static final List<String> OURS =
      List.of(
          "name",
          "memory",
          "currentMemory",
          "maxMemory",
          "memtune",
          "memtune/hard_limit",
          "memoryBacking",
          "memoryBacking/hugepages*",
          "memoryBacking/nosharepages",
          "memoryBacking/locked",
          "memoryBacking/source",
          "memoryBacking/access",
          "memoryBacking/allocation",
          "memoryBacking/discard",
          "vcpu",
          "vcpus*",
          "iothreads",
          "iothreadids",
          "iothreadids/iothread",
          "defaultiothread",
          "cputune",
          "cputune/shares",
          "cputune/period",
          "cputune/quota",
          "cputune/global_period",
          "cputune/global_quota",
          "cputune/emulator_period",
          "cputune/emulator_quota",
          "cputune/iothread_period",
          "cputune/iothread_quota",
          "cputune/vcpupin",
          "cputune/emulatorpin",
          "cputune/iothreadpin",
          "cputune/cachetune*",
          "cputune/memorytune*",
          "cputune/vcpusched",
          "cputune/iothreadsched",
          "cputune/emulatorsched",
          "numatune",
          "numatune/memory",
          "numatune/memnode",
          "features",
          "features/pmu",
          "features/ioapic",
          "cpu",
          "cpu/model",
          "cpu/cache",
          "cpu/feature",
          "cpu/topology",
          "cpu/numa*",
          "devices",
          "devices/memory*",
          "devices/controller",
          "devices/controller/target*",
          "devices/controller/address",
          "devices/controller/driver",
          "devices/disk/driver*",
          "devices/iommu*",
          "devices/memballoon*",
          "devices/hostdev/address",
          "devices/interface/address");

  /// Host devices come and go whole.
  private static final Pattern HANDED_OVER =
      Pattern.compile(
          "(?s)<hostdev\\b(?=[^>]*type\\s*=\\s*['\"]pci['\"])[^>]*(?<!/)>.*?</hostdev>");

  private ForeignMarkup() {}

  /// The tokens in order, each with its path.
  static List<String> of(String xml) {
    var tokens = new ArrayList<String>();
    Deque<String> path = new ArrayDeque<>();
    var matcher = TOKEN.matcher(HANDED_OVER.matcher(xml).replaceAll(""));
    while (matcher.find()) {
      String token = matcher.group();
      boolean comment = token.startsWith("<!--") || token.startsWith("<?");
      if (token.startsWith("</")) {
        String at = String.join("/", path.reversed());
        path.pop();
        add(tokens, at, token);
      } else if (token.startsWith("<") && !comment && !token.startsWith("<![")) {
        path.push(token.replaceAll("(?s)^<([^\\s/>]+).*$", "$1"));
        String at = String.join("/", path.reversed());
        add(tokens, at, opened(token, at));
        if (token.endsWith("/>")) {
          path.pop();
        }
      } else if (comment || !token.isBlank()) {
        add(tokens, String.join("/", path.reversed()) + (comment ? "/#" : ""), token);
      }
    }
    return tokens;
  }

  /// An empty device that gets a child is opened, which changes its tag's end and nothing else.
  private static String opened(String token, String at) {
    boolean device = at.startsWith("domain/devices") && token.endsWith("/>");
    return device ? token.replaceAll("\\s*/>$", ">") : token;
  }

  private static void add(List<String> tokens, String path, String token) {
    if (!ours(path) && !(token.startsWith("</") && path.startsWith("domain/devices"))) {
      tokens.add(path + " " + token);
    }
  }

  private static boolean ours(String path) {
    if (!path.startsWith("domain/")) {
      return false;
    }
    String below = path.substring("domain/".length());
    boolean comment = below.endsWith("/#") && below.indexOf('/') == below.length() - 2;
    for (String own : OURS) {
      if (own.endsWith("*")) {
        String root = own.substring(0, own.length() - 1);
        if (below.equals(root) || below.startsWith(root + "/")) {
          return true;
        }
      } else if (below.equals(own)) {
        return !comment;
      }
    }
    return false;
  }
}
