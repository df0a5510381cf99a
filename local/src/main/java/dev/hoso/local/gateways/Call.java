package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Request;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A call of a gateway's interface.
 *
 * @param path below the gateway's base address, with the slash
 */
record Call(String path, Request request) {
  /** Such as {@code POST /v2/create}. */
  String route() {
    return request.method() + " " + path;
  }

  /** A part of the path, counted from 0; empty where there is none. */
  String part(int number) {
    String[] parts = path.split("/", -1);
    return number + 1 < parts.length ? parts[number + 1] : "";
  }

  /** The body; an empty object where it is no JSON object. */
  JsonNode json() {
    try {
      JsonNode json = Json.read(request.body());
      return json.isObject() ? json : Json.object();
    } catch (UncheckedIOException e) {
      return Json.object();
    }
  }

  /** The fields of a JSON object or of a form, whichever was sent. */
  JsonNode fields() {
    return request.header("content-type").orElse("").contains("json")
        ? json()
        : Json.tree(request.form());
  }

  /** What is sent as {@code Authorization: Bearer}. */
  Optional<String> bearer() {
    return request
        .header("authorization")
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> value.substring("Bearer ".length()));
  }

  String header(String name) {
    return request.header(name).orElse("");
  }
}
