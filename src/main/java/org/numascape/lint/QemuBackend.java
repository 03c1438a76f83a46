package org.numascape.lint;

import java.util.List;
import java.util.OptionalLong;

/// A `-object memory-backend-…`: host memory that something of the guest is to use.
record QemuBackend(QemuOption option) {

  String id() {
    return option.value("id").orElse("");
  }

  /// In bytes; a number without suffix is bytes here.
  OptionalLong size() {
    return option.value("size").map(text -> QemuSize.bytes(text, 1)).orElse(OptionalLong.empty());
  }

  /// The host nodes as written: `0`, `0-1`.
  List<String> hostNodes() {
    return option.all("host-nodes").map(Property::value).toList();
  }
}
