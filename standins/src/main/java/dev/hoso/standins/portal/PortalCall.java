package dev.hoso.standins.portal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call of the portal.
 *
 * @param path below its address: {@code /login}, {@code /integration}, {@code /share}
 */
public record PortalCall(String path, JsonNode body) {
  String text(String name) {
    return body.path(name).asText("");
  }
}
