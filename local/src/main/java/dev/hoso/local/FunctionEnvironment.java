package dev.hoso.local;

import dev.hoso.local.template.LocalNames;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * What functions find in place of Lambda's environment. From weak to strong: what is ours, the
 * template's, the options'; and above all the process's own environment, which functions read
 * first.
 */
final class FunctionEnvironment {
  private final Map<String, String> options;
  private final Map<String, URI> endpoints;
  private final Map<String, String> gateways;

  /**
   * An environment.
   *
   * @param endpoints of AWS's services, by their names in the SDK's settings: {@code DYNAMODB}
   * @param gateways the address that the gateways' stand-ins are below
   */
  FunctionEnvironment(Map<String, String> options, Map<String, URI> endpoints, String gateways) {
    this.options = options;
    this.endpoints = endpoints;
    this.gateways = GatewayTestSettings.of(gateways);
  }

  /** What a function with this environment in the template gets. */
  Map<String, String> of(Map<String, String> template) {
    Map<String, String> all = new HashMap<>(gateways);
    endpoints.forEach((service, at) -> all.put("AWS_ENDPOINT_URL_" + service, at.toString()));
    all.put("AWS_REGION", LocalNames.REGION);
    all.put("AWS_LAMBDA_LOG_LEVEL", "WARN");
    // Who tries subscriptions out runs the endpoint on the same machine.
    all.put("HOSO_LOCAL_SUBSCRIBERS", "allowed");
    all.putAll(template);
    all.putAll(options);
    return all;
  }

  /** What all functions see under this name, whatever the template says. */
  String value(String name) {
    String own = System.getenv(name);
    return own != null && !own.isBlank() ? own : of(Map.of()).getOrDefault(name, "");
  }

  /**
   * What the functions' SDK clients need and a laptop need not have. It is the same for all
   * runtimes of a JVM, and whatever somebody set stays.
   */
  static void prepareSdk() {
    setUnlessThere("aws.region", "AWS_REGION", LocalNames.REGION);
    setUnlessThere("aws.accessKeyId", "AWS_ACCESS_KEY_ID", "local");
    setUnlessThere("aws.secretAccessKey", "AWS_SECRET_ACCESS_KEY", "local");
  }

  private static void setUnlessThere(String property, String variable, String value) {
    if (System.getenv(variable) == null && System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
