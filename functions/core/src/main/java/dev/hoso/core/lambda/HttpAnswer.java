package dev.hoso.core.lambda;

import static java.util.stream.Collectors.joining;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a lean handler answers through API Gateway (payload 2.0).
 *
 * @param cookies each as a {@code Set-Cookie} has it; null where none is set
 */
@Json
public record HttpAnswer(
    int statusCode, Map<String, String> headers, @Nullable List<String> cookies, String body) {
  /** An answer that sets no cookie. */
  public HttpAnswer(int statusCode, Map<String, String> headers, String body) {
    this(statusCode, headers, null, body);
  }

  /** An answer whose status says all. */
  public static HttpAnswer empty(int statusCode) {
    return new HttpAnswer(statusCode, Map.of(), "");
  }

  /** A JSON answer. */
  public static HttpAnswer json(int statusCode, String body) {
    return new HttpAnswer(statusCode, Map.of("content-type", "application/json"), body);
  }

  /**
   * Leads a browser on to a page after what it asked for was done, so that reading the page again
   * does not do it again. The address may be a secret of its reader.
   *
   * @param cookies to set, none where empty
   */
  public static HttpAnswer seeOther(String location, List<String> cookies) {
    return new HttpAnswer(
        303,
        Map.of("location", location, "cache-control", "no-store", "referrer-policy", "no-referrer"),
        cookies.isEmpty() ? null : cookies,
        "");
  }

  /**
   * A problem (RFC 9457), as the functions with controllers answer them.
   *
   * @param type stable name of this kind of problem: becomes {@code urn:hoso:problem:<type>}
   * @param detail what is wrong and what to do, for people
   */
  public static HttpAnswer problem(int statusCode, String type, String title, String detail) {
    return problem(type, title, statusCode, detail, List.of());
  }

  /** The problem that what was sent breaks rules, as the functions with controllers say it. */
  public static HttpAnswer invalid(Invalid invalid) {
    List<Fault> faults = invalid.faults();
    String detail = faults.stream().map(it -> it.field() + " " + it.rule()).collect(joining("; "));
    List<Map<String, String>> errors =
        faults.stream().map(it -> Map.of("field", it.field(), "rule", it.rule())).toList();
    return problem("invalid", "What was sent breaks a rule", 400, detail, errors);
  }

  private static HttpAnswer problem(
      String type, String title, int statusCode, String detail, List<Map<String, String>> errors) {
    JsonType<Object> json = JsonTypes.of(Object.class);
    Map<String, Object> problem =
        new TreeMap<>(
            Map.of(
                "type",
                "urn:hoso:problem:" + type,
                "title",
                title,
                "status",
                statusCode,
                "detail",
                detail,
                "errors",
                errors));
    return new HttpAnswer(
        statusCode, Map.of("content-type", "application/problem+json"), null, json.toJson(problem));
  }
}
