package dev.hoso.local.functions;

import dev.hoso.local.LiveLog;
import dev.hoso.local.StartupProblem;
import dev.hoso.local.template.FunctionDefinition;
import java.net.URL;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The functions of one runtime, by name. */
public final class Functions {
  private final Map<String, Function> byName = new LinkedHashMap<>();

  /**
   * Finds every package; loads none.
   *
   * @param environment what a function's environment in the template becomes on this machine
   * @throws StartupProblem if a package is missing
   */
  public Functions(
      List<FunctionDefinition> definitions,
      InstantSource clock,
      UnaryOperator<Map<String, String>> environment) {
    SharedLoader shared = new SharedLoader(clock);
    Map<Path, List<URL>> packages = new HashMap<>();
    for (FunctionDefinition definition : definitions) {
      refuseOtherMethods(definition);
      List<URL> classPath = packages.computeIfAbsent(definition.code(), FunctionPackage::classPath);
      Map<String, String> own = new HashMap<>(environment.apply(definition.environment()));
      own.put("AWS_LAMBDA_FUNCTION_NAME", definition.name());
      byName.put(definition.name(), new Function(definition, classPath, shared, own));
    }
  }

  private static void refuseOtherMethods(FunctionDefinition definition) {
    String handler = definition.handler();
    if (handler.contains("::") && !handler.endsWith("::handleRequest")) {
      throw new StartupProblem(
          "Resources."
              + definition.name()
              + ".Properties.Handler: "
              + handler
              + " names a method;"
              + " only handlers by interface are supported");
    }
  }

  /** The function of that name, which the template has. */
  public Function get(String name) {
    Function function = byName.get(name);
    if (function == null) {
      throw new IllegalArgumentException("no function " + name);
    }
    return function;
  }

  /** Loads all in the background, one after the other, so that first requests do not wait. */
  public void warm(LiveLog log) {
    Thread.ofPlatform()
        .daemon()
        .name("warm")
        .start(() -> byName.values().forEach(f -> warm(f, log)));
  }

  private static void warm(Function function, LiveLog log) {
    try {
      function.load();
    } catch (FunctionError e) {
      log.say(
          "failure", function.name() + " cannot be loaded: " + e.type() + ": " + e.getMessage());
    }
  }
}
