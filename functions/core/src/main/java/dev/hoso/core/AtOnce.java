package dev.hoso.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Much that waits for others, done at once and not all of it at once. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * Does all of it.
   *
   * @param most how many of them are under way at a time
   * @return what came of them, in their order
   * @throws IllegalStateException with the first trouble, once everything under way has ended
   */
  public static <T> List<T> all(int most, List<? extends Callable<T>> tasks) {
    Semaphore free = new Semaphore(most);
    List<Future<T>> under = new ArrayList<>(tasks.size());
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Callable<T> task : tasks) {
        under.add(workers.submit(() -> done(free, task)));
      }
      return under.stream().map(AtOnce::got).toList();
    }
  }

  /** What was found for each question, one after the other in their order. */
  public static <Q, A> List<A> each(List<Q> questions, Function<Q, List<A>> asking) {
    if (questions.size() == 1) {
      return asking.apply(questions.getFirst());
    }
    List<Callable<List<A>>> tasks = new ArrayList<>();
    questions.forEach(question -> tasks.add(() -> asking.apply(question)));
    return all(tasks.size(), tasks).stream().flatMap(List::stream).toList();
  }

  /** What is made of two answers. */
  public static <A, B, R> R both(Supplier<A> one, Supplier<B> other, BiFunction<A, B, R> made) {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<A> first = workers.submit(one::get);
      Future<B> second = workers.submit(other::get);
      return made.apply(got(first), got(second));
    }
  }

  private static <T> T done(Semaphore free, Callable<T> task) throws Exception {
    free.acquire();
    try {
      return task.call();
    } finally {
      free.release();
    }
  }

  private static <T> T got(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("One of them failed", e.getCause());
    }
  }
}
