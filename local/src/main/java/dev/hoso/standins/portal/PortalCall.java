package dev.hoso.standins.portal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call of the portal.
 *
 * @param path below its address: {@code /login}, {@code /integration}, {@code /share}
 * @param authorization the header of that name; empty where there was none
 */
public record PortalCall(String path, String authorization, JsonNode body) {
  String text(String name) {
    return body.path(name).asText("");
  }
}
