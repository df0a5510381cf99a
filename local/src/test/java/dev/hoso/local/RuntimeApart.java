package dev.hoso.local;

import java.nio.file.Path;

/** A runtime in a process of its own, to be killed. */
final class RuntimeApart {
  private RuntimeApart() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("seen.file", arguments[2]);
    Options options = Options.of(Path.of(arguments[0])).withData(Path.of(arguments[1]));
    System.out.println(LocalRuntime.start(options).address());
    Thread.currentThread().join();
  }
}
