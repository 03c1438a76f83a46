package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.numascape.design.HostSource;
import org.numascape.format.FormatException;
import org.numascape.format.Secrets;

/// Where a host came from, as one member whose name says which way: `{"sample": "demonstration"}`.
interface HostSourceJson {

  /// A source, without passwords.
  static ObjectNode write(HostSource source) {
    var json = JsonNodeFactory.instance.objectNode();
    return switch (source) {
      case HostSource.Connection(var uri) -> json.put("connection", Secrets.withoutPassword(uri));
      case HostSource.File(var path) -> json.put("file", path);
      case HostSource.Sample(var name) -> json.put("sample", name);
    };
  }

  /// A source from JSON.
  static HostSource read(JsonPart json) throws FormatException {
    if (json.names("connection")) {
      return new HostSource.Connection(json.needed("connection").string());
    }
    if (json.names("sample")) {
      return new HostSource.Sample(json.needed("sample").string());
    }
    return new HostSource.File(json.needed("file").string());
  }
}
