package dev.hoso.payments;

import dev.hoso.core.Crockford;
import dev.hoso.core.Invalid;
import dev.hoso.core.Sha256;
import dev.hoso.core.Time;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a payment is called at its gateway (mã giao dịch): 1 to 64 of letters, digits and -._ */
public record PaymentReference(String value) {
  /** What a reference can be, in a sentence. */
  public static final String RULE = "must be 1 to 64 of letters, digits, '-', '.' and '_'";

  private static final int LONGEST = 64;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
  private static final int RANDOM_BYTES = 6;
  private static final int KEY_CHARACTERS = 20;

  /**
   * Keeps what is right and nothing else.
   *
   * @throws IllegalArgumentException when the value is no such reference
   */
  public PaymentReference {
    if (!isOne(value)) {
      throw new IllegalArgumentException("no payment reference");
    }
  }

  /** The reference that a gateway wrote; empty where it cannot be one of ours. */
  public static Optional<PaymentReference> of(@Nullable String text) {
    return text != null && isOne(text) ? Optional.of(new PaymentReference(text)) : Optional.empty();
  }

  /**
   * Reads a reference that a caller names.
   *
   * @param field the name to complain under
   * @throws Invalid when it is no such reference
   */
  public static PaymentReference parse(String field, String text) {
    return of(text).orElseThrow(() -> new Invalid(field, RULE));
  }

  /** A new one: {@code HS}, the day in Vietnam, and 48 random bits. */
  public static PaymentReference generated(Instant now) {
    String random = Crockford.random(RANDOM_BYTES);
    return new PaymentReference("HS" + DAY.format(Time.day(now)) + random);
  }

  /** The one that a caller's idempotency key always gives for a dossier: repeats meet in it. */
  public static PaymentReference forKey(String dossier, String idempotencyKey) {
    String digest = Crockford.text(Sha256.of(dossier, idempotencyKey));
    return new PaymentReference("HS" + digest.substring(0, KEY_CHARACTERS));
  }

  /** Without a pattern: a webhook comes through here, twice. */
  private static boolean isOne(String text) {
    int length = text.length();
    boolean fits = length > 0 && length <= LONGEST;
    for (int at = 0; fits && at < length; at++) {
      char character = text.charAt(at);
      fits =
          (character >= 'a' && character <= 'z')
              || (character >= 'A' && character <= 'Z')
              || (character >= '0' && character <= '9')
              || character == '-'
              || character == '.'
              || character == '_';
    }
    return fits;
  }

  @Override
  public String toString() {
    return value;
  }
}
