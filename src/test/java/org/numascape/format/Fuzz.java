package org.numascape.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.opentest4j.AssertionFailedError;

/// Gives a reader damaged input many times and sees that it reads it or throws a [FormatException],
/// with little stack, memory and time. A round is named by one number, which does the same damage
/// again: `new Random(number)`.
///
/// @param first the number of the first round
public record Fuzz(long first, int rounds) {

  /// What may come to pieces.
  @FunctionalInterface
  public interface Reader<T> {
    /// Reads, or says why not.
    void read(T input) throws FormatException;
  }

  /// Half of what threads usually have.
  private static final long STACK = 512 << 10;

  /// What may be thrown away on the way counts, too.
  private static final long MOST_BYTES = 256L << 20;

  private static final long MOST_NANOSECONDS = 5_000_000_000L;

  /// Runs all rounds.
  ///
  /// @param source how every message has to begin
  /// @return how many inputs were refused
  public <T> int refused(String source, Function<Random, T> damaged, Reader<T> reader)
      throws InterruptedException {
    int refused = 0;
    for (long round = first; round < first + rounds; round++) {
      var input = damaged.apply(new Random(round));
      var trouble = new AtomicReference<Throwable>();
      long number = round;
      var thread =
          new Thread(
              null,
              () -> {
                try {
                  frugally(() -> reader.read(input));
                } catch (Throwable e) {
                  trouble.set(e);
                }
              },
              "fuzz",
              STACK);
      thread.start();
      thread.join();
      var thrown = trouble.get();
      if (thrown instanceof FormatException said) {
        refused++;
        assertThat(said.getMessage())
            .as("round " + number)
            .startsWith(source)
            .endsWith(".")
            .doesNotContain("\n")
            .hasSizeLessThan(1_000);
      } else if (thrown != null) {
        throw new AssertionFailedError("round " + number + ": " + thrown, thrown);
      }
    }
    return refused;
  }

  private interface Work {
    void run() throws FormatException;
  }

  private static void frugally(Work work) throws FormatException {
    long bytes = measured("getCurrentThreadAllocatedBytes");
    long time = measured("getCurrentThreadCpuTime");
    try {
      work.run();
    } finally {
      assertThat(measured("getCurrentThreadAllocatedBytes") - bytes)
          .as("bytes allocated")
          .isLessThan(MOST_BYTES);
      assertThat(measured("getCurrentThreadCpuTime") - time)
          .as("nanoseconds")
          .isLessThan(MOST_NANOSECONDS);
    }
  }

  /// What Java counts for this thread, asked by name, because the module does not read that of the
  /// counters.
  private static long measured(String counter) {
    try {
      var threads =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      return (long)
          Class.forName("com.sun.management.ThreadMXBean").getMethod(counter).invoke(threads);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
