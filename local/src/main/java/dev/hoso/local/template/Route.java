package dev.hoso.local.template;

import java.util.List;
import java.util.Optional;

/**
 * A route of the HTTP API.
 *
 * @param method upper case, or {@code ANY}
 * @param path with {@code {variables}} and perhaps a last {@code {greedy+}}
 */
public record Route(String function, String method, String path, Optional<Jwt> authoriser) {

  /**
   * What a token must be.
   *
   * @param scopes of which a token needs one; none are needed if it is empty
   */
  public record Jwt(String issuer, List<String> audiences, List<String> scopes) {}

  /** As API Gateway names it: {@code GET /units}. */
  public String key() {
    return path.equals("$default") ? path : method + " " + path;
  }
}
