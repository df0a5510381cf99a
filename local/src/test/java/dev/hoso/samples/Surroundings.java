package dev.hoso.samples;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Tells what a function finds around it. */
public final class Surroundings implements RequestHandler<Map<String, Object>, Surroundings.Found> {
  /** What was found. */
  public record Found(
      Map<String, String> environment, String now, String function, boolean seesRuntime) {}

  @Override
  public Found handleRequest(Map<String, Object> event, Context context) {
    return new Found(
        environment(),
        ServiceLoader.load(InstantSource.class).findFirst().orElseThrow().instant().toString(),
        context.getFunctionName(),
        seesRuntime());
  }

  private static Map<String, String> environment() {
    Properties properties = new Properties();
    try (InputStream in = Surroundings.class.getResourceAsStream("/environment.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> environment = new TreeMap<>();
    properties.forEach((name, value) -> environment.put(name.toString(), value.toString()));
    return environment;
  }

  private static boolean seesRuntime() {
    try {
      Class.forName("dev.hoso.local.LocalRuntime");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
