package dev.hoso.local.gateway;

import dev.hoso.local.template.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which route a request takes: the one with most fixed parts, a greedy one only after all. */
final class RouteTable {
  /** A route and what its variables stand for. */
  record Match(Route route, Map<String, String> variables) {}

  private final List<Route> routes;

  RouteTable(List<Route> routes) {
    List<Route> sorted = new ArrayList<>(routes);
    sorted.sort(
        Comparator.comparing((Route route) -> route.path().equals("$default"))
            .thenComparing(route -> route.path().endsWith("+}"))
            .thenComparingLong(route -> variables(route.path()))
            .thenComparingInt(route -> -route.path().length())
            .thenComparing(route -> route.method().equals("ANY")));
    this.routes = sorted;
  }

  private static long variables(String path) {
    return path.chars().filter(c -> c == '{').count();
  }

  Optional<Match> find(String method, String rawPath) {
    return routes.stream()
        .filter(route -> route.method().equals(method) || route.method().equals("ANY"))
        .flatMap(
            route -> match(route.path(), rawPath).map(found -> new Match(route, found)).stream())
        .findFirst();
  }

  private static Optional<Map<String, String>> match(String pattern, String rawPath) {
    Map<String, String> variables = new LinkedHashMap<>();
    if (pattern.equals("$default")) {
      return Optional.of(variables);
    }
    String[] wanted = pattern.split("/", -1);
    String[] given = rawPath.split("/", -1);
    for (int i = 0; i < wanted.length; i++) {
      if (i < given.length && wanted[i].endsWith("+}")) {
        String rest = String.join("/", List.of(given).subList(i, given.length));
        variables.put(wanted[i].substring(1, wanted[i].length() - 2), decode(rest));
        return rest.isEmpty() ? Optional.empty() : Optional.of(variables);
      }
      if (i >= given.length || !part(wanted[i], given[i], variables)) {
        return Optional.empty();
      }
    }
    return wanted.length == given.length ? Optional.of(variables) : Optional.empty();
  }

  private static boolean part(String wanted, String given, Map<String, String> variables) {
    if (!wanted.startsWith("{")) {
      return wanted.equals(decode(given));
    }
    variables.put(wanted.substring(1, wanted.length() - 1), decode(given));
    return !given.isEmpty();
  }

  /** Percent decoding of a path, where a plus is a plus. */
  static String decode(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return raw;
    }
  }
}
