package org.numascape.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.numascape.topology.IndexSet;
import org.numascape.topology.PageSize;

/// Writes a record of the domain model as a JSON object whose members are its components: sets as
/// list text, page sizes in KiB, choices as lower-case words. What is empty or false is left out.
///
/// The other direction is [RecordReading].
interface RecordJson {

  /// A record as an object.
  static ObjectNode write(Record values) {
    var json = JsonNodeFactory.instance.objectNode();
    for (var component : values.getClass().getRecordComponents()) {
      node(value(component, values))
          .filter(node -> !(node.isContainerNode() && node.isEmpty()))
          .ifPresent(node -> json.set(component.getName(), node));
    }
    return json;
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      return Objects.requireNonNull(component.getAccessor().invoke(of));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of the model is not open to its document", e);
    }
  }

  /// A value as JSON; empty where there is nothing to say.
  private static Optional<JsonNode> node(Object value) {
    return switch (value) {
      case Optional<?> maybe -> maybe.flatMap(RecordJson::always);
      case OptionalInt maybe ->
          maybe.isEmpty() ? Optional.empty() : Optional.of(new LongNode(maybe.getAsInt()));
      case OptionalLong maybe ->
          maybe.isEmpty() ? Optional.empty() : Optional.of(new LongNode(maybe.getAsLong()));
      case Boolean truth -> truth ? Optional.of(BooleanNode.TRUE) : Optional.empty();
      case String text -> text.isEmpty() ? Optional.empty() : Optional.of(new TextNode(text));
      default -> always(value);
    };
  }

  private static Optional<JsonNode> always(Object value) {
    return Optional.of(
        switch (value) {
          case Boolean truth -> BooleanNode.valueOf(truth);
          case String text -> new TextNode(text);
          case Number number -> new LongNode(number.longValue());
          case Enum<?> choice -> new TextNode(word(choice));
          case IndexSet<?> set -> new TextNode(set.toString());
          case PageSize size -> new LongNode(size.kib());
          case Collection<?> items -> list(items);
          case Map<?, ?> map -> map(map);
          case Record record -> write(record);
          default -> throw new IllegalStateException("no JSON for " + value.getClass());
        });
  }

  private static JsonNode list(Collection<?> items) {
    var json = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> always(item).ifPresent(json::add));
    return json;
  }

  private static JsonNode map(Map<?, ?> map) {
    var json = JsonNodeFactory.instance.objectNode();
    map.forEach((key, value) -> {
      String name = key instanceof Enum<?> choice ? word(choice) : key.toString();
      always(value).ifPresent(node -> json.set(name, node));
    });
    return json;
  }

  /// The word a choice has in a file.
  static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
