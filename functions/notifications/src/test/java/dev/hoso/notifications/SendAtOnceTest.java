package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several at once, but no more than so many. */
class SendAtOnceTest {
  private static final List<Integer> TWELVE = IntStream.range(0, 12).boxed().toList();

  private final List<Integer> done = new CopyOnWriteArrayList<>();

  @Test
  void asManyAreUnderWayAsMayBeAndNeverMore() {
    // Opens when four are there: three would wait for ever.
    CyclicBarrier four = new CyclicBarrier(4);
    AtomicInteger underWay = new AtomicInteger();
    List<Integer> seen = new CopyOnWriteArrayList<>();
    boolean all =
        new SendAtOnce(4)
            .each(
                TWELVE,
                () -> true,
                one -> {
                  seen.add(underWay.incrementAndGet());
                  meet(four);
                  underWay.decrementAndGet();
                  done.add(one);
                });
    assertThat(all).isTrue();
    assertThat(done).containsExactlyInAnyOrderElementsOf(TWELVE);
    assertThat(seen).allMatch(count -> count <= 4);
  }

  @Test
  void oneAfterTheOtherKeepsTheirOrder() {
    new SendAtOnce(1).each(TWELVE, () -> true, done::add);
    assertThat(done).containsExactlyElementsOf(TWELVE);
  }

  @Test
  void noneIsBegunWhenTimeIsUpButWhatWasBegunIsFinished() {
    AtomicInteger left = new AtomicInteger(5);
    assertThat(new SendAtOnce(2).each(TWELVE, () -> left.getAndDecrement() > 0, done::add))
        .isFalse();
    assertThat(done).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void whatIsThrownIsThrownOnAndEndsTheRest() {
    assertThatThrownBy(
            () ->
                new SendAtOnce(1)
                    .each(
                        TWELVE,
                        () -> true,
                        one -> {
                          done.add(one);
                          if (one == 3) {
                            throw new IllegalStateException("three");
                          }
                        }))
        .hasMessage("three");
    assertThat(done).containsExactly(0, 1, 2, 3);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
