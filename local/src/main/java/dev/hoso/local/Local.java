package dev.hoso.local;

import java.io.Console;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the whole system until it is told to stop. */
public final class Local {
  private Local() {}

  /**
   * Starts.
   *
   * @param arguments the template's file; {@code template.yaml} if there is none
   */
  public static void main(String[] arguments) throws InterruptedException {
    long start = System.nanoTime();
    Map<String, String> environment = System.getenv();
    Path template = Path.of(arguments.length == 0 ? "template.yaml" : arguments[0]).normalize();
    LocalRuntime runtime;
    try {
      runtime = LocalRuntime.start(Options.fromEnvironment(template, environment));
    } catch (StartupProblem e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    StopSignals.handle(runtime::close);
    ParentProcess.whenGone(runtime::close);
    banner(runtime, environment, start);
    if (tellsStory(environment)) {
      runtime.story(System.out::println).tell();
    }
    Thread.currentThread().join();
  }

  private static boolean tellsStory(Map<String, String> environment) {
    return switch (environment.getOrDefault("HOSO_STORY", "")) {
      case "off" -> false;
      case "on" -> true;
      default -> isTerminal(System.console());
    };
  }

  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  private static void banner(LocalRuntime runtime, Map<String, String> environment, long start) {
    System.out.printf(
        """
        Hoso is at %1$s, started in %2$.1f s
          inbox     %1$s/local/inbox
          failures  %1$s/local/failures
          gateways  %1$s/local/gateways
          clock     POST %1$s/local/clock {"advance":"PT24H"}
          state     %3$s
          tokens    %4$s
          VNPAY     secret of the stand-in: %5$s
        Stop with Ctrl-C.
        """,
        runtime.address(),
        (System.nanoTime() - start) / 1e9,
        environment.getOrDefault("HOSO_DATA", "in memory (HOSO_DATA names a folder)"),
        environment.getOrDefault("HOSO_AUTH", "off").equals("on")
            ? "needed, from POST " + runtime.address() + "/local/token"
            : "not asked for (HOSO_AUTH=on asks)",
        environment.containsKey(GatewayTestSettings.HASH_SECRET) ? "yours" : runtime.vnpaySecret());
  }
}
