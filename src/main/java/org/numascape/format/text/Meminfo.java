package org.numascape.format.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;
import org.numascape.topology.PageSize;

/// `/proc/meminfo`, or `/sys/devices/system/node/node*/meminfo` where each line begins with its
/// node.
///
/// Huge pages are those of the default size, which only the host's account names. Source: kernel
/// `Documentation/filesystems/proc.rst`.
final class Meminfo {

  /// The account of the whole host.
  private static final int HOST = -1;

  private static final Pattern FIELD =
      Pattern.compile("(?:Node (\\d+) )?([A-Za-z0-9_()]+):\\s+(\\d+)(?: kB)?");

  private final Map<Integer, Map<String, Long>> accounts = new HashMap<>();

  static Told read(Piece piece, String source) throws FormatException {
    var meminfo = new Meminfo();
    for (var line : piece.lines()) {
      meminfo.add(new Words(piece, line));
    }
    return meminfo.telling(new Words(piece, piece.lines().getFirst())).told(piece.tool(), source);
  }

  private void add(Words words) throws FormatException {
    var field = FIELD.matcher(words.text());
    if (field.matches()) {
      int node = field.group(1) == null ? HOST : words.index(field.group(1));
      accounts
          .computeIfAbsent(node, _ -> new HashMap<>())
          .put(field.group(2), words.amount(field.group(3)));
    }
  }

  private Telling telling(Words words) throws FormatException {
    var telling = new Telling();
    var host = accounts.getOrDefault(HOST, Map.of());
    Long size = host.get("Hugepagesize");
    Optional<PageSize> page =
        size == null ? Optional.empty() : Optional.of(words.page(Long.toString(size)));
    for (var account : accounts.entrySet()) {
      int id = account.getKey();
      if (id != HOST) {
        telling.nodes.put(id, node(account.getValue(), page));
      }
    }
    if (!host.isEmpty()) {
      telling.wholeHost = Optional.of(node(host, page));
    }
    return telling;
  }

  private static Node node(Map<String, Long> account, Optional<PageSize> page) {
    var node = Node.UNKNOWN;
    Long total = account.get("MemTotal");
    Long free = account.get("MemFree");
    Long pages = account.get("HugePages_Total");
    Long freePages = account.get("HugePages_Free");
    if (total != null) {
      node = node.withMemory(Amount.ofKib(total));
    }
    if (free != null) {
      node = node.withFree(Amount.ofKib(free));
    }
    if (pages != null && page.isPresent()) {
      var pool = Pool.UNKNOWN.withTotal(pages);
      node = node.withPool(page.get(), freePages == null ? pool : pool.withFree(freePages));
    }
    return node;
  }
}
