package org.numascape.app.settings;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.numascape.app.widget.EditField;
import org.numascape.domain.ThreadPool;

/// The fewest and the most workers of an event loop, side by side.
final class PoolFields extends VBox {

  private static final int MOST = 65_535;

  private final Supplier<Optional<ThreadPool>> pool;
  private final Consumer<ThreadPool> take;

  /// @param id what the ids of both fields begin with
  /// @param whose whose workers they are
  /// @param pool what there is now; empty where the loop is gone
  PoolFields(
      GuestForm form,
      String id,
      String whose,
      Supplier<Optional<ThreadPool>> pool,
      Consumer<ThreadPool> take) {
    super(2);
    this.pool = pool;
    this.take = take;
    var least =
        field(
            form,
            id + "-least",
            "Fewest workers of " + whose,
            ThreadPool::least,
            (now, count) -> new ThreadPool(count, now.most()));
    var most =
        field(
            form,
            id + "-most",
            "Most workers of " + whose,
            ThreadPool::most,
            (now, count) -> new ThreadPool(now.least(), count));
    var line = new HBox(6, least.input(), new Label("to"), most.input());
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, least.mistake(), most.mistake());
  }

  private EditField field(
      GuestForm form,
      String id,
      String words,
      Function<ThreadPool, OptionalInt> value,
      BiFunction<ThreadPool, OptionalInt, ThreadPool> with) {
    var field =
        form.text(
            id,
            words,
            id.endsWith("least") ? "0" : "64",
            () -> Numbers.shown(value.apply(now())),
            typed -> set(with.apply(now(), count(id, typed))));
    field.input().setPrefColumnCount(4);
    form.follow(field::refresh);
    return field;
  }

  private static OptionalInt count(String id, String typed) {
    return Numbers.optional(typed, id.endsWith("least") ? 0 : 1, MOST, "workers");
  }

  private ThreadPool now() {
    return pool.get().orElse(ThreadPool.DEFAULT);
  }

  private void set(ThreadPool next) {
    if (next.least().isPresent()
        && next.most().isPresent()
        && next.least().getAsInt() > next.most().getAsInt()) {
      throw new IllegalArgumentException(
          "the fewest, " + next.least().getAsInt() + ", are more than the most");
    }
    take.accept(next);
  }
}
