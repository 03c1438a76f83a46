package org.numascape.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.numascape.app.SampleStore;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class LaneTest {

  private final Lane lane = new Lane();
  private final List<String> done = new ArrayList<>();

  @Test
  void smallWorkIsDoneBeforeTheQuestionReturns(FxRobot robot) {
    robot.interact(() -> {
      lane.ask(false, () -> "small", done::add);

      assertThat(done).containsExactly("small");
      assertThat(lane.busy().get()).isFalse();
    });
  }

  @Test
  void ofManyQuestionsAskedWhileOneIsWorkedOutOnlyTheLastIsAnswered(FxRobot robot) {
    var gate = new CountDownLatch(1);
    var worked = new ArrayList<String>();

    robot.interact(() -> {
      lane.ask(true, behind(gate, "first"), done::add);
      lane.ask(true, noted(worked, "second"), done::add);
      lane.ask(true, noted(worked, "third"), done::add);
      assertThat(lane.busy().get()).isTrue();
    });
    gate.countDown();
    SampleStore.until(() -> !lane.busy().get());

    assertThat(done).containsExactly("third");
    assertThat(worked).containsExactly("third");
  }

  @Test
  void whatIsForgottenIsNeverAnswered(FxRobot robot) {
    var gate = new CountDownLatch(1);

    robot.interact(() -> {
      lane.ask(true, behind(gate, "first"), done::add);
      lane.forget();
      assertThat(lane.busy().get()).isFalse();
      lane.ask(true, () -> "second", done::add);
    });
    gate.countDown();
    SampleStore.until(() -> !lane.busy().get());

    assertThat(done).containsExactly("second");
  }

  @Test
  void smallWorkOvertakesLargeWorkUnderWay(FxRobot robot) {
    var gate = new CountDownLatch(1);
    var ended = new CountDownLatch(1);

    robot.interact(() -> {
      lane.ask(
          true,
          () -> {
            String large = behind(gate, "large").get();
            ended.countDown();
            return large;
          },
          done::add);
      lane.ask(false, () -> "small", done::add);
    });
    gate.countDown();
    SampleStore.until(() -> ended.getCount() == 0);

    assertThat(done).containsExactly("small");
  }

  private static Supplier<String> behind(CountDownLatch gate, String words) {
    return () -> {
      try {
        assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return words;
    };
  }

  private static Supplier<String> noted(List<String> worked, String words) {
    return () -> {
      worked.add(words);
      return words;
    };
  }
}
