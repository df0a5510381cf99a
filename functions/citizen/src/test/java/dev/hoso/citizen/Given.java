package dev.hoso.citizen;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Grant;
import dev.hoso.core.ResultId;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A dossier that stands in the tables, as its own functions keep it. */
public final class Given {
  private static final AtomicInteger COUNT = new AtomicInteger(1000);

  public final String code = "H26.15-261123-" + COUNT.incrementAndGet();
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final Map<String, Object> payments = new LinkedHashMap<>();
  private final Map<String, Object> results = new LinkedHashMap<>();

  private Given(int status) {
    with("status", status);
    with("statusAt", "2026-11-24T09:15:00+07:00");
    with("procedure", "1.001193");
    with("unit", "01");
    with("channel", "online");
    with("createdAt", "2026-11-23T08:00:00+07:00");
    with("receivedAt", "2026-11-23T08:00:00+07:00");
    with(
        "applicant",
        Map.of(
            "name",
            "Nguyễn Thị Ánh",
            "phone",
            "+84912345678",
            "email",
            "anh@example.vn",
            "language",
            "vi",
            "consent",
            true));
  }

  /** A dossier of Birth registration that was received on Monday and stands so since Tuesday. */
  public static Given dossier(int status) {
    return new Given(status);
  }

  public Given with(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  public Given without(String name) {
    attributes.remove(name);
    return this;
  }

  /** A payment of 50.000đ that can be paid until tomorrow. */
  public Given payment(String reference, String status, Map<String, ?> more) {
    Map<String, Object> payment = new LinkedHashMap<>();
    payment.put("reference", reference);
    payment.put("gateway", "vnpay");
    payment.put("amount", 50_000);
    payment.put("currency", "VND");
    payment.put("status", status);
    payment.put("description", "Le phi ho tich");
    payment.put("receipt", "RECEIPT" + reference);
    payment.put("createdAt", "2026-11-24T09:00:00+07:00");
    payment.put("expiresAt", "2026-11-26T09:00:00+07:00");
    payment.put("late", false);
    payment.put("refundDue", false);
    payment.putAll(more);
    payments.put("vnpay/" + reference, payment);
    return this;
  }

  /** A result as the dossier knows it. */
  public Given result(int ordinal, String status, Map<String, ?> more) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("number", number(ordinal));
    result.put("result", ResultId.random().value());
    result.put("status", status);
    result.put("title", "Giấy khai sinh");
    result.put("unit", "01");
    result.put("version", 3);
    result.put("sealedAt", "2026-11-24T10:00:00+07:00");
    result.putAll(more);
    results.put(number(ordinal), result);
    return this;
  }

  public String number(int ordinal) {
    return code + "-KQ" + ordinal;
  }

  public Given kept() {
    Update update = Update.of(Map.of("code", code));
    attributes.forEach(update::set);
    update.set("payments", payments).set("results", results);
    Api.DOSSIERS.write(update);
    return this;
  }

  /** The same as an item, without a table. */
  public Item item() {
    Map<String, Object> all = new LinkedHashMap<>(attributes);
    all.put("code", code);
    all.put("payments", payments);
    all.put("results", results);
    return Item.of(all);
  }

  /** The cookie of a browser whose one-time code was right. */
  public String cookie() {
    return cookie(Api.NOW.plus(Duration.ofMinutes(14)));
  }

  /** The same, open until some time. */
  public String cookie(Instant until) {
    String token = Grant.token();
    Api.CODES.write(
        Update.of(Grant.key(new DossierCode(code)))
            .set("grant", Grant.kept(token))
            .set("grantUntil", Time.text(until)));
    return Grant.COOKIE + "=" + token;
  }

  public String address() {
    return "/lookup/" + code;
  }

  /** The page as its applicant sees it. */
  public Api.Answer seen(String language) {
    return call(language).send();
  }

  /** The same from another function. */
  public Api.Answer seen(String language, APIGatewayV2HTTPEventFunction function) {
    return call(language).send(function);
  }

  private Api call(String language) {
    return Api.get(address() + "?lang=" + language).cookie(cookie());
  }
}
