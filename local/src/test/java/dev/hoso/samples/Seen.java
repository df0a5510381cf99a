package dev.hoso.samples;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What functions saw, for tests to read. Function and test load this class apart from each other,
 * so it keeps nothing itself: the JDK's own classes are what they share.
 */
public final class Seen {
  private Seen() {}

  @SuppressWarnings("unchecked")
  private static Queue<String> queue(String name) {
    return (Queue<String>)
        System.getProperties().computeIfAbsent("seen." + name, n -> new ConcurrentLinkedQueue<>());
  }

  public static void add(String name, String what) {
    queue(name).add(what);
  }

  public static List<String> all(String name) {
    return List.copyOf(queue(name));
  }

  public static void forget(String name) {
    queue(name).clear();
  }
}
