package org.numascape.document;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.IndexSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// Reads a record of the domain model from what [RecordJson] wrote. A member that is absent is
/// empty, false or 0.
interface RecordReading {

  /// A record from an object.
  ///
  /// @throws FormatException with the line to blame
  /// @throws IllegalArgumentException for values the record refuses
  static <R extends Record> R read(JsonPart json, Class<R> type) throws FormatException {
    return record(Optional.of(json.object()), type);
  }

  /// A record from a member; one of which nothing is said where the member is absent.
  static <R extends Record> R member(JsonPart json, String name, Class<R> type)
      throws FormatException {
    return record(json.member(name), type);
  }

  /// Records from a member that is a list.
  static <R extends Record> List<R> list(JsonPart json, String name, Class<R> type)
      throws FormatException {
    var found = new ArrayList<R>();
    for (var item : json.list(name)) {
      found.add(read(item, type));
    }
    return found;
  }

  private static <R extends Record> R record(Optional<JsonPart> json, Class<R> type)
      throws FormatException {
    var components = type.getRecordComponents();
    var values = new Object[components.length];
    for (int at = 0; at < components.length; at++) {
      var member =
          json.isEmpty()
              ? Optional.<JsonPart>empty()
              : json.get().object().member(components[at].getName());
      var declared = components[at].getGenericType();
      values[at] = member.isEmpty() ? nothing(declared) : value(member.get(), declared);
    }
    var types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(refused);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of the model is not open to its document", e);
    }
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  private static Object nothing(Type type) throws FormatException {
    var raw = raw(type);
    if (raw.isRecord() && !IndexSet.class.isAssignableFrom(raw)) {
      return record(Optional.empty(), raw.asSubclass(Record.class));
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    return switch (raw.getSimpleName()) {
      case "Optional" -> Optional.empty();
      case "OptionalInt" -> OptionalInt.empty();
      case "OptionalLong" -> OptionalLong.empty();
      case "List" -> List.of();
      case "Map" -> Map.of();
      case "String" -> "";
      case "boolean" -> false;
      case "int" -> 0;
      case "long" -> 0L;
      case "CpuSet" -> CpuSet.EMPTY;
      case "NodeSet" -> NodeSet.EMPTY;
      default -> throw new IllegalStateException("nothing is known of " + type);
    };
  }

  private static Object value(JsonPart json, Type type) throws FormatException {
    var raw = raw(type);
    if (raw == PageSize.class) {
      return TopologyJson.pageSize(json);
    }
    if (raw.isRecord() && !IndexSet.class.isAssignableFrom(raw)) {
      return read(json, raw.asSubclass(Record.class));
    }
    if (raw.isEnum()) {
      return choice(json, json.string(), raw);
    }
    return switch (raw.getSimpleName()) {
      case "Optional" -> Optional.of(value(json, inside(type, 0)));
      case "OptionalInt" -> OptionalInt.of(integer(json));
      case "OptionalLong" -> OptionalLong.of(json.number(Long.MIN_VALUE, Long.MAX_VALUE));
      case "List" -> items(json, inside(type, 0));
      case "Map" -> entries(json, inside(type, 0), inside(type, 1));
      case "String" -> json.string();
      case "boolean", "Boolean" -> truth(json);
      case "int", "Integer" -> integer(json);
      case "long", "Long" -> json.number(Long.MIN_VALUE, Long.MAX_VALUE);
      case "CpuSet" -> SetText.cpus(json);
      case "NodeSet" -> SetText.nodes(json);
      default -> throw new IllegalStateException("nothing is known of " + type);
    };
  }

  private static Type inside(Type type, int position) {
    return ((ParameterizedType) type).getActualTypeArguments()[position];
  }

  private static int integer(JsonPart json) throws FormatException {
    return (int) json.number(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static boolean truth(JsonPart json) throws FormatException {
    if (!json.token().isBoolean()) {
      throw json.wrong("\"true\" or \"false\" without quotes belongs here.");
    }
    return json.text().equals("true");
  }

  private static List<Object> items(JsonPart json, Type type) throws FormatException {
    var found = new ArrayList<Object>();
    for (var item : json.elements()) {
      found.add(value(item, type));
    }
    return found;
  }

  private static Map<Object, Object> entries(JsonPart json, Type keys, Type values)
      throws FormatException {
    var found = new LinkedHashMap<Object, Object>();
    for (var entry : json.object().members().entrySet()) {
      found.put(key(entry.getValue(), entry.getKey(), raw(keys)), value(entry.getValue(), values));
    }
    return found;
  }

  private static Object key(JsonPart json, String name, Class<?> type) throws FormatException {
    if (type.isEnum()) {
      return choice(json, name, type);
    }
    if (type == String.class) {
      return name;
    }
    if (!name.matches("\\d{1,7}")) {
      throw json.wrong("\"" + name + "\" is no id.");
    }
    return Integer.parseInt(name);
  }

  private static Object choice(JsonPart json, String word, Class<?> type) throws FormatException {
    for (var constant : type.getEnumConstants()) {
      if (constant instanceof Enum<?> choice && RecordJson.word(choice).equals(word)) {
        return constant;
      }
    }
    throw json.wrong("\"" + word + "\" is not known here.");
  }
}
