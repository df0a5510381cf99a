package dev.hoso.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks for several things at the same time, so that many cost no more time than one. */
public final class Together {
  private Together() {}

  /** What is made of two answers. */
  public static <A, B, R> R both(Supplier<A> one, Supplier<B> other, BiFunction<A, B, R> made) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<A> first = threads.submit(one::get);
      Future<B> second = threads.submit(other::get);
      return made.apply(of(first), of(second));
    }
  }

  /** What was found for each, one after the other in the order of the questions. */
  public static <Q, A> List<A> each(List<Q> questions, Function<Q, List<A>> asking) {
    if (questions.size() == 1) {
      return asking.apply(questions.getFirst());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<A>>> asked = new ArrayList<>();
      questions.forEach(question -> asked.add(threads.submit(() -> asking.apply(question))));
      List<A> found = new ArrayList<>();
      asked.forEach(answer -> found.addAll(of(answer)));
      return found;
    }
  }

  private static <A> A of(Future<A> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
