package dev.hoso.notifications.seen;

import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.lambda.Form;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.notifications.Resend;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the wish that a message is sent again, from JSON or from the page's form. */
final class ResendForm {
  private static final JsonType<ResendBody> BODIES = JsonTypes.of(ResendBody.class);

  /** A reason of the longest, each letter written as three bytes of three characters. */
  private static final int LARGEST = 8192;

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_NAME = 100;

  private ResendForm() {}

  /**
   * Reads it.
   *
   * @throws Invalid where it breaks a rule
   */
  static Resend read(HttpRequest request) {
    if (Form.sent(request)) {
      Form form =
          Form.of(request, LARGEST).orElseThrow(() -> new Invalid("body", "must be our form"));
      return wish(form.field("reason"), form.field("requestedBy"), form.field("key"));
    }
    ResendBody body = body(request);
    String key = request.header("idempotency-key");
    return wish(
        Objects.requireNonNullElse(body.reason(), ""),
        Objects.requireNonNullElse(body.requestedBy(), ""),
        Objects.requireNonNullElse(key, ""));
  }

  private static ResendBody body(HttpRequest request) {
    try {
      byte[] bytes = request.bytes();
      if (bytes.length > LARGEST) {
        throw new Invalid("body", "must not have more than " + LARGEST + " bytes");
      }
      return BODIES.fromJson(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonException | IllegalArgumentException noJson) {
      throw new Invalid("body", "must be a JSON object with a reason");
    }
  }

  private static Resend wish(String reason, String requestedBy, String key) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new Invalid("reason", "must be said, in at most " + LONGEST_REASON + " characters");
    }
    String who = requestedBy.strip();
    if (who.length() > LONGEST_NAME) {
      throw new Invalid("requestedBy", "must have at most " + LONGEST_NAME + " characters");
    }
    if (!key.matches("[!-~]{0,255}")) {
      throw new Invalid("Idempotency-Key", "must be 1 to 255 visible characters");
    }
    return new Resend(why, who.isEmpty() ? null : who, key.isEmpty() ? null : key);
  }
}
