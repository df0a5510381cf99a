package dev.hoso.local.gateways;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Queries of addresses. */
final class Query {
  private Query() {}

  /** Parameters, sorted and form-encoded. */
  static String of(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  /** An address with more to its query; where there is no address, none. */
  static String added(String address, String query) {
    if (address.isEmpty()) {
      return "";
    }
    return address + (URI.create(address).getRawQuery() == null ? "?" : "&") + query;
  }
}
