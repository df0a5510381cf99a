package dev.hoso.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An {@code AWS::Serverless::HttpApi}: its JWT authorisers.
 *
 * @param standard the authoriser of routes that name none
 */
record Api(Map<String, Authoriser> authorisers, Optional<String> standard) {
  record Authoriser(String issuer, List<String> audiences) {}

  static Api read(Section properties) {
    properties.without(
        "AccessLogSettings",
        "DefaultRouteSettings",
        "Description",
        "Domain",
        "FailOnWarnings",
        "Name",
        "PropagateTags",
        "RouteSettings",
        "StageName",
        "Tags");
    Section auth = properties.section("Auth");
    Section authorisers = auth.section("Authorizers");
    Map<String, Authoriser> read = new HashMap<>();
    authorisers.names().forEach(name -> read.put(name, authoriser(authorisers.section(name))));
    Api api = new Api(read, auth.textIfAny("DefaultAuthorizer"));
    auth.end();
    properties.end();
    return api;
  }

  private static Authoriser authoriser(Section section) {
    String source = section.text("IdentitySource");
    if (!source.equals("$request.header.Authorization")) {
      throw section.refuse("IdentitySource", "only $request.header.Authorization is supported");
    }
    Section jwt = section.section("JwtConfiguration");
    Authoriser authoriser = new Authoriser(jwt.text("issuer"), jwt.texts("audience"));
    jwt.end();
    section.end();
    return authoriser;
  }
}
