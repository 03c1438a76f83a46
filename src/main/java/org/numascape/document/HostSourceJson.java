package org.numascape.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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
      case HostSource.Files(var paths) -> {
        paths.forEach(json.putArray("files")::add);
        yield json;
      }
      case HostSource.Synthetic(var description) -> json.put("synthetic", description);
      case HostSource.Pasted(var kinds) -> json.put("pasted", kinds);
      case HostSource.ThisMachine() -> json.put("thisMachine", true);
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
    if (json.names("synthetic")) {
      return new HostSource.Synthetic(json.needed("synthetic").string());
    }
    if (json.names("pasted")) {
      return new HostSource.Pasted(json.needed("pasted").string());
    }
    if (json.truth("thisMachine")) {
      return new HostSource.ThisMachine();
    }
    if (json.names("files")) {
      var paths = new ArrayList<String>();
      for (var path : json.list("files")) {
        paths.add(path.string());
      }
      return new HostSource.Files(paths);
    }
    return new HostSource.File(json.needed("file").string());
  }
}
