package dev.hoso.events.api;

import dev.hoso.core.EmailAddress;
import dev.hoso.core.EventType;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Body;
import dev.hoso.events.Endpoint;
import dev.hoso.events.Subscriber.Wish;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a caller says of a subscription. */
final class SubscriptionRequest {
  private static final int MOST = 200;
  private static final int LONGEST_AGREEMENT = 255;

  private final Body body;
  private final Catalogue catalogue;
  private final boolean localAllowed;

  /** What is asked for, as it is sent. */
  @Serdeable
  @Schema(name = "SubscriptionRequest")
  record Sent(
      @Schema(
              description = "Where events are posted: https, at a public address",
              example = "https://ihanoi.example.vn/hoso",
              maxLength = 2048)
          String url,
      @Nullable @Schema(description = "Types of events; empty or left out, all") List<String> types,
      @Nullable
          @Schema(description = "Codes of units whose dossiers are meant; empty or left out, all")
          List<String> units,
      @Schema(
              description = "E-mail address of who runs the endpoint; told when it is disabled",
              example = "van-hanh@ihanoi.example.vn")
          String owner,
      @Schema(
              description = "Under which agreement on sharing data events are given",
              example = "Quy chế 12/QC-UBND",
              maxLength = 255)
          String agreement) {}

  private SubscriptionRequest(Body body, Catalogue catalogue, boolean localAllowed) {
    this.body = body;
    this.catalogue = catalogue;
    this.localAllowed = localAllowed;
  }

  /**
   * Reads a new one, or one that changes another: what is not named stays.
   *
   * @param before null for a new one
   * @throws dev.hoso.core.Invalid with every fault of it
   */
  static Wish read(Body body, @Nullable Wish before, Catalogue catalogue, boolean localAllowed) {
    return new SubscriptionRequest(body, catalogue, localAllowed).read(before);
  }

  private Wish read(@Nullable Wish before) {
    String url = named("url", before) ? url() : Objects.requireNonNull(before).url();
    List<String> types =
        named("types", before)
            ? known("types", this::type)
            : Objects.requireNonNull(before).types();
    List<String> units =
        named("units", before)
            ? known("units", this::unit)
            : Objects.requireNonNull(before).units();
    EmailAddress owner = named("owner", before) ? owner() : Objects.requireNonNull(before).owner();
    String agreement =
        named("agreement", before)
            ? body.requiredLine("agreement", LONGEST_AGREEMENT)
            : Objects.requireNonNull(before).agreement();
    body.check();
    return new Wish(
        Objects.requireNonNull(url),
        types,
        units,
        Objects.requireNonNull(owner),
        Objects.requireNonNull(agreement));
  }

  private boolean named(String name, @Nullable Wish before) {
    return before == null || body.names().contains(name);
  }

  private @Nullable String url() {
    String text = body.requiredLine("url", Endpoint.LONGEST);
    return noting(() -> text == null ? null : Endpoint.parse("url", text, localAllowed).text());
  }

  private @Nullable EmailAddress owner() {
    return noting(() -> EmailAddress.parse("owner", body.text("owner")));
  }

  private <T> @Nullable T noting(Supplier<? extends @Nullable T> rule) {
    return body.noting(rule);
  }

  private List<String> known(String name, BiConsumer<String, String> check) {
    List<String> all = body.texts(name, MOST);
    for (int n = 0; n < all.size(); n++) {
      check.accept(name + "[" + n + "]", all.get(n));
    }
    return all.stream().distinct().toList();
  }

  private void type(String field, String type) {
    if (EventType.of(type).isEmpty()) {
      body.fault(field, "must be one of " + String.join(", ", EventType.codes()));
    }
  }

  private void unit(String field, String unit) {
    if (catalogue.unit(unit).isEmpty()) {
      body.fault(field, "must be the code of a unit of the catalogue");
    }
  }
}
