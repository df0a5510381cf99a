package dev.hoso.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a runtime is started.
 *
 * @param template the template's file; packages are found from its folder
 * @param port 0 for a free one
 * @param data the folder that keeps the state; in memory if there is none
 * @param auth whether routes ask for their tokens
 * @param trust a file of certificates (PEM) that signed results may rest on besides our own seal's
 * @param endpoint of a real emulator or of AWS, in place of all stand-ins
 * @param environment of all functions, in place of what the template says
 * @param out takes the live log, line by line
 */
public record Options(
    Path template,
    int port,
    Optional<Path> data,
    boolean auth,
    Optional<Path> trust,
    Optional<URI> endpoint,
    Map<String, String> environment,
    Consumer<String> out) {
  public Options {
    environment = Map.copyOf(environment);
  }

  /** For tests: a free port, in memory, no tokens, silent. */
  public static Options of(Path template) {
    return new Options(
        template,
        0,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        line -> {});
  }

  /**
   * As a person sets them: {@code HOSO_PORT}, {@code HOSO_DATA}, {@code HOSO_AUTH}, {@code
   * HOSO_TRUST}, {@code AWS_ENDPOINT_URL}.
   *
   * @throws StartupProblem if the port is no number
   */
  static Options fromEnvironment(Path template, Map<String, String> environment) {
    String port = environment.getOrDefault("HOSO_PORT", "8080");
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
      throw new StartupProblem("HOSO_PORT is not a port: " + port);
    }
    return new Options(
        template,
        Integer.parseInt(port),
        set(environment, "HOSO_DATA").map(Path::of),
        environment.getOrDefault("HOSO_AUTH", "off").equals("on"),
        set(environment, "HOSO_TRUST").map(Path::of),
        set(environment, "AWS_ENDPOINT_URL").map(URI::create),
        Map.of(),
        System.out::println);
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  public Options withPort(int other) {
    return new Options(template, other, data, auth, trust, endpoint, environment, out);
  }

  public Options withData(Path folder) {
    return new Options(
        template, port, Optional.of(folder), auth, trust, endpoint, environment, out);
  }

  public Options withTrust(Path certificates) {
    return new Options(
        template, port, data, auth, Optional.of(certificates), endpoint, environment, out);
  }

  public Options withAuth() {
    return new Options(template, port, data, true, trust, endpoint, environment, out);
  }

  public Options withEndpoint(URI other) {
    return new Options(template, port, data, auth, trust, Optional.of(other), environment, out);
  }

  public Options withEnvironment(Map<String, String> other) {
    return new Options(template, port, data, auth, trust, endpoint, other, out);
  }

  public Options withOut(Consumer<String> other) {
    return new Options(template, port, data, auth, trust, endpoint, environment, other);
  }
}
