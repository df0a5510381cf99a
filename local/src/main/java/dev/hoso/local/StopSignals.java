package dev.hoso.local;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Does something before the JVM begins to stop at SIGTERM or Ctrl-C. A shutdown hook would be too
 * late: functions' libraries have hooks too, all run at once, and theirs close the clients that
 * work under way still needs. By reflection, since the compiler warns of {@code sun.misc} in any
 * case.
 */
final class StopSignals {
  private StopSignals() {}

  /** Runs {@code first}, then exits with the signal's usual status. */
  static void handle(Runnable first) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method handle = signal.getMethod("handle", signal, handler);
      for (String name : new String[] {"TERM", "INT"}) {
        handle.invoke(
            null,
            signal.getConstructor(String.class).newInstance(name),
            exit(handler, name, first));
      }
    } catch (ReflectiveOperationException e) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(first));
    }
  }

  private static Object exit(Class<?> handler, String name, Runnable first) {
    int status = name.equals("TERM") ? 143 : 130;
    return Proxy.newProxyInstance(
        StopSignals.class.getClassLoader(),
        new Class<?>[] {handler},
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            first.run();
            System.exit(status);
          }
          return null;
        });
  }
}
