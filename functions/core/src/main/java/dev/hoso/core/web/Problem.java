package dev.hoso.core.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.Refused;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/**
 * What went wrong, for programs and for people (RFC 9457).
 *
 * @param type stable name of the kind of problem: {@code urn:hoso:problem:invalid}
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong here and what to do
 * @param errors the fields that break rules; empty where the problem is none of fields
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
  /** The media type of every error. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String PREFIX = "urn:hoso:problem:";

  static Problem of(Invalid invalid) {
    return new Problem(
        PREFIX + "invalid",
        "What was sent breaks a rule",
        400,
        sentence(invalid.faults()),
        invalid.faults());
  }

  static Problem of(Refused refused) {
    String title = HttpStatus.valueOf(refused.status()).getReason();
    return new Problem(
        PREFIX + refused.type(), title, refused.status(), refused.detail(), List.of());
  }

  /**
   * A problem that the framework found before our code was reached, such as a body that is no JSON.
   */
  static Problem of(HttpStatus status, String detail, List<Fault> errors) {
    String type = status.getReason().toLowerCase(Locale.ROOT).replace(' ', '-');
    return new Problem(PREFIX + type, status.getReason(), status.getCode(), detail, errors);
  }

  private static String sentence(List<Fault> faults) {
    return String.join(
        "; ", faults.stream().map(fault -> fault.field() + " " + fault.rule()).toList());
  }
}
