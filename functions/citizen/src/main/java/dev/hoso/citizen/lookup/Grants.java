package dev.hoso.citizen.lookup;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Grant;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who may see a dossier: whoever's browser has the token that was given for a one-time code. */
@Singleton
final class Grants {
  private final Table codes;
  private final InstantSource clock;

  Grants(DynamoDbClient dynamo, Settings settings, InstantSource clock) {
    this.codes = new Table(dynamo, settings.required("HOSO_CODES_TABLE"));
    this.clock = clock;
  }

  /** Until when the dossier is open to whoever asks; empty where it is not. */
  Optional<Instant> openUntil(DossierCode code, HttpRequest<?> request) {
    List<String> cookies = cookies(request);
    if (cookies.stream().noneMatch(cookie -> cookie.startsWith(Grant.COOKIE))) {
      return Optional.empty();
    }
    Item item = codes.get(Grant.key(code));
    return Grant.opens(item, cookies, clock.instant())
        ? Optional.ofNullable(item.timeOrNull("grantUntil"))
        : Optional.empty();
  }

  /**
   * The request's cookies, {@code name=value}. Payload format 2.0 has them in a list of their own
   * and no header {@code Cookie}, which is where {@link HttpRequest#getCookies} looks for them.
   */
  private static List<String> cookies(HttpRequest<?> request) {
    return request instanceof ServletHttpRequest<?, ?> servlet
            && servlet.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
            && event.getCookies() != null
        ? event.getCookies()
        : List.of();
  }
}
