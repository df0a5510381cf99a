package dev.hoso.notifications;

import dev.hoso.core.Settings;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does several things at once, but no more than so many: most of the time each waits for a
 * provider. They are begun in their order.
 *
 * @param most how many
 */
record SendAtOnce(int most) {
  /** As many as are set, {@code HOSO_SEND_AT_ONCE}; one after the other where nothing is. */
  static SendAtOnce of(Settings settings) {
    return new SendAtOnce(settings.optional("HOSO_SEND_AT_ONCE").map(Integer::parseInt).orElse(1));
  }

  /**
   * Does something with each, and waits for the last of them. Where it throws, no other is begun.
   *
   * @param goOn whether another one may be begun
   * @return whether all were begun
   */
  <T> boolean each(Collection<T> all, BooleanSupplier goOn, Consumer<T> work) {
    Semaphore free = new Semaphore(most);
    AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
    int begun = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T one : all) {
        free.acquireUninterruptibly();
        if (trouble.get() != null || !goOn.getAsBoolean()) {
          break;
        }
        begun++;
        threads.execute(() -> work(one, work, trouble, free));
      }
    }
    rethrown(trouble.get());
    return begun == all.size();
  }

  private static <T> void work(
      T one, Consumer<T> work, AtomicReference<@Nullable Throwable> trouble, Semaphore free) {
    try {
      work.accept(one);
    } catch (RuntimeException | Error e) {
      trouble.compareAndSet(null, e);
    } finally {
      free.release();
    }
  }

  private static void rethrown(@Nullable Throwable trouble) {
    switch (trouble) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(trouble);
    }
  }
}
