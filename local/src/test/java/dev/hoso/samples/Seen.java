package dev.hoso.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  /** Notes it, and in the file {@code seen.file} if there is one, which outlives a kill. */
  public static void add(String name, String what) {
    queue(name).add(what);
    String file = System.getProperty("seen.file");
    if (file != null) {
      try {
        Files.writeString(
            Path.of(file), what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static List<String> all(String name) {
    return List.copyOf(queue(name));
  }
}
