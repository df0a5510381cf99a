package dev.hoso.local.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a function's {@code HttpApi} event. */
final class RouteReader {
  private RouteReader() {}

  static Route read(String function, Section properties, Map<String, Api> apis) {
    properties.without("TimeoutInMillis", "RouteSettings");
    Optional<String> version = properties.textIfAny("PayloadFormatVersion");
    if (version.isPresent() && !version.get().equals("2.0")) {
      throw properties.refuse("PayloadFormatVersion", "only 2.0 is supported");
    }
    Section auth = properties.section("Auth");
    Api api = apis.getOrDefault(properties.textIfAny("ApiId").orElse(""), NONE);
    Optional<String> authoriser = auth.textIfAny("Authorizer").or(api::standard);
    List<String> scopes = auth.texts("AuthorizationScopes");
    auth.end();
    return new Route(
        function,
        properties.textIfAny("Method").orElse("ANY").toUpperCase(Locale.ROOT),
        properties.textIfAny("Path").orElse("$default"),
        authoriser.filter(name -> !name.equals("NONE")).map(name -> jwt(api, name, scopes, auth)));
  }

  private static final Api NONE = new Api(Map.of(), Optional.empty());

  private static Route.Jwt jwt(Api api, String name, List<String> scopes, Section auth) {
    Api.Authoriser authoriser = api.authorisers().get(name);
    if (authoriser == null) {
      throw auth.refuse("Authorizer", "the API has no authoriser " + name);
    }
    return new Route.Jwt(authoriser.issuer(), authoriser.audiences(), scopes);
  }
}
